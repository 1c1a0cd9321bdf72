import 'server-only'
import type { Tx } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import { locales } from '#lib/i18n/locales.ts'
import { publishMedia } from '#lib/media/files.ts'
import { mediaAddress } from '#lib/media/names.ts'
import { isTranslated } from '../editing/checks.ts'
import type { StoryContent } from '../editing/content.ts'
import { trackKinds } from '../schema.ts'

type Files = readonly Readonly<{ path: string }>[]

const prefix = mediaAddress('')

/** The names in the media store of those files that lie there; films that ship with the repository do not. */
export function namesInStore(files: Files): string[] {
  return files.flatMap(({ path }) => (path.startsWith(prefix) ? [path.slice(prefix.length)] : []))
}

/** Nobody but staff reads these files any more. */
export async function closeFiles(tx: Tx, files: Files): Promise<void> {
  await publishMedia(tx, namesInStore(files), null)
}

/** Everybody reads these files from an instant on. Refuses 'story.fileGone' for one the store does not know. */
export async function openFiles(tx: Tx, files: Files, from: Date): Promise<void> {
  const names = namesInStore(files)
  if ((await tx.mediaFile.count({ where: { path: { in: names } } })) !== names.length) throw new Refusal('story.fileGone')
  await publishMedia(tx, names, from)
}

/** Puts a revision where visitors read. Refuses 'story.fileUsed' when another story shows one of its files. */
export async function writePublic(tx: Tx, storyId: string, content: StoryContent, releaseAt: Date): Promise<void> {
  const { facts, film } = content
  const { week, kind, theme, language } = facts
  const storytellerAge = kind === 'storyteller' ? facts.age : null
  const { durationSeconds } = film
  await tx.story.update({
    where: { id: storyId },
    data: { week, kind, theme, language, storytellerAge, durationSeconds, releaseAt, unpublishedAt: null },
  })
  await tx.storyText.deleteMany({ where: { storyId } })
  await tx.storyTrack.deleteMany({ where: { storyId } })
  await tx.storyFile.deleteMany({ where: { storyId } })
  if (await tx.storyFile.count({ where: { path: { in: film.files.map(({ path }) => path) } } })) throw new Refusal('story.fileUsed')
  await tx.storyText.createMany({ data: textRows(storyId, content) })
  const tracks = trackKinds.flatMap((one) => locales.map((locale) => ({ kind: one, language: locale, body: content[one][locale]?.body })))
  await tx.storyTrack.createMany({
    data: tracks.flatMap(({ body, ...track }) => (body === undefined ? [] : [{ storyId, ...track, body }])),
  })
  await tx.storyFile.createMany({ data: film.files.map((file) => ({ id: newId(), storyId, ...file })) })
}

/** A translation that is not whole is not shown: its page stays in English. */
function textRows(storyId: string, content: StoryContent) {
  return locales.flatMap((locale) => {
    const words = content.texts[locale]
    if (!words || !isTranslated(content, locale)) return []
    const { title, summary, pictureText, name, place } = words
    const known = content.facts.kind === 'storyteller'
    return [
      {
        ...{ storyId, locale, title, summary, pictureText, transcript: content.transcripts[locale]?.lines ?? [] },
        ...{ storytellerName: known ? (name ?? content.texts.en?.name ?? null) : null, storytellerPlace: known ? place : null },
      },
    ]
  })
}
