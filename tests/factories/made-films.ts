import { answerFilm, askForYes } from '#lib/films/commands/ask.ts'
import { openFilm } from '#lib/films/commands/script.ts'
import { ownFilm } from '#lib/films/own.ts'
import { filmDesk } from '#lib/films/queries.ts'
import { scriptHash } from '#lib/films/script/hash.ts'
import type { FilmDesk } from '#lib/films/views.ts'
import { db } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { selectedEntry } from './awards.ts'
import { invited } from './staff.ts'
import type { AnswerOverrides } from './submissions.ts'

type Entry = Awaited<ReturnType<typeof selectedEntry>>
export type OpenedFilm = Readonly<{ entry: Entry; editor: StaffActor; id: string }>

/** A film that was just opened: its first draft, from the words of a sample entry. */
export async function openedFilm(overrides: AnswerOverrides = {}): Promise<OpenedFilm> {
  const permissions = { film: 'yes' as const, ...overrides.permissions }
  const [entry, editor] = [await selectedEntry({ ...overrides, permissions }), await invited('editor')]
  return { entry, editor, id: await openFilm(editor, { reference: entry.reference }) }
}

/** The film as it lies on the desk. */
export async function onDesk({ editor, id }: Pick<OpenedFilm, 'editor' | 'id'>): Promise<FilmDesk> {
  const desk = await filmDesk(editor, id)
  if (!desk) throw new Error('there is no such film')
  return desk
}

/** Asks the storyteller, who answers what they see. */
export async function agree({ entry, editor, id }: OpenedFilm, step: 'storyboard' | 'film'): Promise<void> {
  await askForYes(editor, { id, step })
  await answerFilm({ key: entry.entryKey, step, hash: await hashShown(entry.entryKey, step), answer: 'yes', words: null })
}

/** The hash of what a storyteller is shown. */
export async function hashShown(key: string, step: 'storyboard' | 'film'): Promise<string> {
  const own = await ownFilm(key)
  return own?.[step]?.hash ?? ''
}

let files = 0

/** A finished render of what the film shows now, without anything having been drawn. */
export async function rendered({ editor, id }: OpenedFilm, shape: 'wide' | 'portrait' = 'wide'): Promise<void> {
  const { script } = await onDesk({ editor, id })
  const at = new Date()
  const shown = { ...script, translations: {} }
  const [width, height] = shape === 'wide' ? [1280, 720] : [1080, 1920]
  const file = (role: 'film' | 'poster', ending: 'mp4' | 'png', type: string) => {
    files += 1
    const sha256 = `${files}${id}`
      .replaceAll(/[^0-9a-f]/g, '')
      .padEnd(64, '0')
      .slice(0, 64)
    return { role, language: null, path: `${sha256.slice(0, 2)}/${sha256}.${ending}`, sha256, bytes: 1000, type, width, height }
  }
  const made = [file('film', 'mp4', 'video/mp4'), file('poster', 'png', 'image/png')]
  const output = { seconds: 24, width, height, encoder: 'sample', files: made }
  await db.mediaFile.createMany({ data: made.map(({ path, sha256, bytes, type }) => ({ path, sha256, bytes, type, createdAt: at })) })
  const hash = scriptHash(shown)
  await db.render.create({
    data: {
      ...{ id: newId(), filmKey: id, scriptHash: hash, renderKey: hash, shape, script: JSON.parse(JSON.stringify(shown)) },
      ...{ state: 'done', percent: 100, requestedAt: at, finishedAt: at, output },
    },
  })
}

/** A film that its storyteller released: only the date is missing. */
export async function releasedFilm(overrides: AnswerOverrides = {}): Promise<OpenedFilm> {
  const film = await openedFilm(overrides)
  await agree(film, 'storyboard')
  await rendered(film)
  await agree(film, 'film')
  return film
}
