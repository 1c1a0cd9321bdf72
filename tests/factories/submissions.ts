import { currentRules } from '#lib/campaign/queries.ts'
import { db } from '#lib/foundation/db.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { receiveSubmission } from '#lib/submissions/commands/receive.ts'
import { saveStep, startDraft } from '#lib/submissions/draft.ts'
import { type Answers, type Step, steps } from '#lib/submissions/schema.ts'
import { seedCampaign } from '#prisma/seed/campaign.ts'

export type AnswerOverrides = { [S in Step]?: Partial<Answers[S]> }

let posts = 0

/** A link to a post on X that no other call in this process has given. The post does not exist. */
export function samplePostUrl(): string {
  posts += 1
  return `https://x.com/i/status/${1_963_000_000_000_000_000n + BigInt(posts) * 4_194_304n}`
}

/** Accepted answers to every step, marked as sample content, changed where `overrides` says so. */
export function sampleAnswers(overrides: AnswerOverrides = {}): Answers {
  return {
    share: { country: 'PT', adult: 'yes', affiliated: 'no', binanceUser: 'private', ...overrides.share },
    post: { postUrl: samplePostUrl(), postText: 'Sample post for a test. #HumansOfBinance', ...overrides.post },
    story: {
      story:
        'Sample story for a test. Before, I sent money home once a month and lost part of it on the way. A course showed me another way, and I practised with small amounts. Now I teach the neighbours what I learned.',
      storyLanguage: 'en',
      themes: ['learning', 'community'],
      tools: ['academy', 'payments'],
      othersShown: 'no',
      ...overrides.story,
    },
    you: {
      displayName: 'Sample storyteller',
      anonymous: false,
      email: 'sample@example.org',
      mailLanguage: 'en',
      phrase: null,
      needs: null,
      ...overrides.you,
    },
    permissions: {
      acceptRules: true,
      permitReading: true,
      film: 'ask',
      showPost: false,
      publishName: true,
      news: false,
      ...overrides.permissions,
    },
  }
}

/** The campaign with its rules, where the database of the test has none yet. */
export async function openCampaign(): Promise<void> {
  await seedCampaign(db)
}

/** A draft with every step answered, ready to be sent: its token. */
export async function finishedDraft(overrides: AnswerOverrides = {}, locale: Locale = 'en'): Promise<string> {
  const answers = sampleAnswers(overrides)
  const { token } = await startDraft({ locale, share: answers.share })
  for (const step of steps.slice(1)) await saveStep(token, step, answers[step])
  return token
}

/** Sends a draft as its check page does, with the rules that hold now. */
export async function sendDraft(token: string, locale: Locale = 'en'): ReturnType<typeof receiveSubmission> {
  return receiveSubmission(await sendingOf(token, locale))
}

/** What the form of a finished draft sends. */
export async function sendingOf(token: string, locale: Locale = 'en'): Promise<Parameters<typeof receiveSubmission>[0]> {
  const { hash } = await currentRules(locale)
  return { token, locale, idempotencyKey: `form-of-${token}`, rulesHash: hash }
}

/** A whole entry, sent the way the site sends it. Opens the campaign first. */
export async function sendEntry(
  overrides: AnswerOverrides = {},
): Promise<{ reference: string; entryKey: string; token: string; id: string }> {
  await openCampaign()
  const token = await finishedDraft(overrides)
  const { reference, entryKey } = await sendDraft(token)
  const { id } = await db.submission.findUniqueOrThrow({ where: { reference }, select: { id: true } })
  return { reference, entryKey, token, id }
}
