import { stat } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Database } from '#lib/foundation/db.ts'
import { trackKinds } from '#lib/stories/schema.ts'
import { seededIn } from './languages.ts'
import { family } from './stories/family.ts'
import { type Film, trackOf, transcriptOf } from './stories/film.ts'
import { hill } from './stories/hill.ts'
import { learning } from './stories/learning.ts'
import { luis } from './stories/luis.ts'

/** The films that ship with the repository, in the order of their weeks. */
export const films: readonly Film[] = [luis, learning, family, hill]

/** Brings in every film whose slug is not there yet. What an editor changed since is never touched. */
export async function seedStories(db: Database): Promise<void> {
  const known = new Set((await db.story.findMany({ select: { slug: true } })).map(({ slug }) => slug))
  for (const film of films) {
    if (known.has(film.slug)) continue
    await db.story.create({ data: { ...storyRow(film), files: { create: await fileRows(film) } } })
  }
}

function storyRow(film: Film) {
  return {
    slug: film.slug,
    week: film.week,
    kind: film.kind,
    theme: film.theme,
    releaseAt: new Date(film.releaseAt),
    durationSeconds: film.durationSeconds,
    storytellerAge: film.storyteller?.age ?? null,
    tellerReleasedAt: film.kind === 'storyteller' ? new Date(film.releaseAt) : null,
    texts: { create: seededIn.map((locale) => textRow(film, locale)) },
    tracks: {
      create: trackKinds.flatMap((kind) => seededIn.map((language) => ({ kind, language, body: trackOf(film, kind, language) }))),
    },
  }
}

function textRow(film: Film, locale: (typeof seededIn)[number]) {
  return {
    locale,
    title: film.title[locale],
    summary: film.summary[locale],
    pictureText: film.pictureText[locale],
    storytellerName: film.storyteller?.name[locale] ?? null,
    storytellerPlace: film.storyteller?.place[locale] ?? null,
    transcript: transcriptOf(film, locale),
  }
}

async function fileRows({ slug, files }: Film) {
  const still = { role: 'poster', path: `/art/story-${slug}-still.svg`, mediaType: 'image/svg+xml', width: 1280, height: 720 }
  const all = [...files.map((file) => ({ role: 'film', ...file })), still]
  return Promise.all(
    all.map(async (file) => ({
      ...file,
      shape: file.width > file.height ? 'wide' : 'portrait',
      bytes: (await stat(fileURLToPath(new URL(`../../public${file.path}`, import.meta.url)))).size,
    })),
  )
}
