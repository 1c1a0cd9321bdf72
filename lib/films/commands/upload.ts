import 'server-only'
import { Refusal } from '#lib/foundation/refusal.ts'
import type { Taker } from '#lib/stories/commands/upload.ts'
import { filmDesk } from '../queries.ts'
import { useUploadedFilm } from './making.ts'

/** Takes a film that was made elsewhere in place of ours. What `useUploadedFilm` would refuse of the film itself is refused before a piece is sent. */
export const filmTaker: Taker = {
  name: 'film',
  verb: 'film.edit',
  knows: async (actor, id) => {
    const film = await filmDesk(actor, id)
    if (film?.stopped) throw new Refusal('films.stopped', undefined, { why: film.stopped.why })
    if (film?.missing.some(({ lack }) => lack === 'storyboard-yes')) throw new Refusal('films.no-yes')
    return film !== null
  },
  take: async (actor, id, file) => {
    await useUploadedFilm(actor, { id, film: file, poster: null })
    return {}
  },
}
