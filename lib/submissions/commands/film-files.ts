import 'server-only'
import type { Tx } from '#lib/foundation/db.ts'
import { dropMedia } from '#lib/media/files.ts'

/**
 * Forgets those of these files of the store that nothing needs any more: no finished render, no film made elsewhere, no story and no earlier
 * version of one. Equal files are kept once, so another film may need what this one does not.
 */
export async function dropUnneeded(tx: Tx, paths: readonly string[]): Promise<void> {
  const needed = await tx.$queryRaw<{ path: string }[]>`
    select path from media_file where path = any(${[...paths]}) and (
      path in (select file ->> 'path' from render, jsonb_array_elements(output -> 'files') file where state = 'done')
      or path in (select outside -> part ->> 'path' from film, unnest(array['film', 'poster']) part where outside -> part ->> 'path' is not null)
      or '/media/' || path in (select f.path from story_file f)
      or '/media/' || path in (select file ->> 'path' from story_revision, jsonb_array_elements(content -> 'film' -> 'files') file))`
  const kept = new Set(needed.map(({ path }) => path))
  await dropMedia(
    tx,
    [...new Set(paths)].filter((path) => !kept.has(path)),
  )
}
