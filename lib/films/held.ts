import 'server-only'
import { db } from '#lib/foundation/db.ts'
import { hashToken } from '#lib/foundation/ids.ts'
import { stepOfAsk } from './facts.ts'
import { wordsOf } from './provenance.ts'
import { readScript } from './script/schema.ts'

/**
 * What is held about a film, as its storyteller may have it: every question they were asked, the words they were shown with it, and what they said.
 * Null without a film, and before anything was asked. Instants in ISO 8601.
 */
export async function heldFilm(key: string) {
  const film = await db.film.findFirst({
    where: { submission: { keys: { some: { keyHash: hashToken(key) } } }, asks: { some: {} } },
    select: {
      openedAt: true,
      asks: { orderBy: [{ askedAt: 'asc' }, { id: 'asc' }], include: { revision: { select: { script: true } } } },
      story: { select: { slug: true, releaseAt: true, unpublishedAt: true } },
    },
  })
  if (!film) return null
  const { story } = film
  return {
    begunAt: film.openedAt.toISOString(),
    asked: film.asks.map(({ step, hash, askedAt, answer, words, answeredAt, revision }) => ({
      ...{ about: stepOfAsk(step), shownSha256: hash, shownWords: readScript(revision.script).scenes.map(wordsOf) },
      ...{ askedAt: askedAt.toISOString(), answer: answerOf(answer), answeredAt: answeredAt?.toISOString() ?? null, words },
    })),
    story: story?.releaseAt
      ? {
          address: `/stories/${story.slug}`,
          publicFrom: story.releaseAt.toISOString(),
          endedAt: story.unpublishedAt?.toISOString() ?? null,
        }
      : null,
  }
}

function answerOf(stored: string | null): 'yes' | 'change' | null {
  return stored === 'yes' || stored === 'change' ? stored : null
}
