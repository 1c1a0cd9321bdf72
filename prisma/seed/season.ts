import { campaignId } from '#lib/campaign/schema.ts'
import { now } from '#lib/foundation/clock.ts'
import type { Database, Tx } from '#lib/foundation/db.ts'
import { hashText, newId, newMailCode, newReference, newToken } from '#lib/foundation/ids.ts'
import { criterionKeys, type Scores } from '#lib/review/schema.ts'
import { weightedTotal } from '#lib/review/scoring.ts'
import { seededRandom } from '#lib/review/statistics/random.ts'
import { themes } from '#lib/submissions/schema.ts'
import { seedCampaign } from './campaign.ts'
import { sampleCountries, sampleLanguages } from './fill/texts.ts'
import { firstRubric, seedReview } from './review.ts'

/** How a sample season is made: so many entries and reviewers, one of whom may be harsh and one lenient; the last two are independent. */
export type SeasonPlan = Readonly<{ entries: number; reviewers: number; harsh?: boolean; lenient?: boolean; seed?: string }>

type Reader = Readonly<{ id: string; independent: boolean; bias: number; spread: number }>
type Entry = Readonly<{ id: string; copyId: string; at: Date; quality: number }>
type Reading = Readonly<{ entry: Entry; reader: Reader; stage: 1 | 2; at: Date; scores: Scores }>
type Chance = () => number

const day = 86_400_000
/** Each language as often as its share says. */
const languages = sampleLanguages.flatMap((language) => Array.from({ length: language.share }, () => language))
const perStatement = 1_000
/** The part of the entries that is read again in the second round. */
const contenders = 0.25

/**
 * Adds a season of sample content that was screened and read and waits to be decided: eligible entries with approved copies, each read
 * twice, the best quarter and whatever readers did not agree on read four times and by an independent reader. Every text says that it is a
 * sample. The same seed gives the same scores.
 */
export async function seasonOf(
  db: Database,
  plan: SeasonPlan,
): Promise<Readonly<{ entries: number; reviews: number; readers: readonly string[] }>> {
  await seedCampaign(db)
  await seedReview(db)
  const chance = seededRandom(plan.seed ?? 'sample season')
  const screener = newId()
  const readers = Array.from({ length: plan.reviewers }, (_, index) => readerOf(plan, index, chance))
  await db.staffUser.createMany({
    data: [
      { id: screener, email: `season-screener-${screener}@example.org`, name: 'Sample screener', role: 'reviewer' },
      ...readers.map(({ id, independent }, index) => ({
        ...{ id, independent, email: `season-reader-${id}@example.org`, role: 'reviewer', name: nameOf(plan, index) },
      })),
    ],
  })
  const entries = await writeEntries(db, { count: plan.entries, screener, chance })
  const readings = readAll(entries, readers, chance)
  await writeReadings(db, readings)
  return { entries: entries.length, reviews: readings.length, readers: readers.map(({ id }) => id) }
}

function nameOf({ harsh, lenient }: SeasonPlan, index: number): string {
  if (index === 0 && harsh) return 'Sample reader 1, harsh'
  return index === 1 && lenient ? 'Sample reader 2, lenient' : `Sample reader ${index + 1}`
}

function readerOf({ reviewers, harsh = false, lenient = false }: SeasonPlan, index: number, chance: Chance): Reader {
  const own = normal(chance) * 0.2
  const bias = index === 0 && harsh ? -1.2 : index === 1 && lenient ? 1.1 : own
  return { id: newId(), independent: index >= reviewers - 2, bias, spread: 0.8 + chance() * 0.4 }
}

/** One number of a standard normal distribution (Box–Muller). */
function normal(chance: Chance): number {
  return Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance())
}

function picked<T>(items: readonly T[], chance: Chance): T {
  return items[Math.floor(chance() * items.length)] as T
}

type Writing = Readonly<{ count: number; screener: string; chance: Chance }>

async function writeEntries(db: Database, { count, screener, chance }: Writing): Promise<Entry[]> {
  const made: Entry[] = []
  for (let from = 0; from < count; from += perStatement) {
    const some = Array.from({ length: Math.min(perStatement, count - from) }, (_, index) => {
      const at = new Date(now().getTime() - 40 * day + ((from + index) / count) * 20 * day)
      return { id: newId(), copyId: newId(), at, quality: normal(chance) }
    })
    await db.$transaction((tx) => insertEntries(tx, some, { screener, chance, from }), { timeout: 120_000 })
    made.push(...some)
  }
  return made
}

async function insertEntries(
  tx: Tx,
  entries: readonly Entry[],
  { screener, chance, from }: Omit<Writing, 'count'> & { from: number },
): Promise<void> {
  const rows = entries.map((entry, index) => ({ entry, ...wholeEntry(entry, from + index + 1, chance) }))
  const ids = entries.map(({ id, at }) => ({ submissionId: id, at }))
  const checked = (at: Date) => new Date(at.getTime() + day / 2)
  await tx.submission.createMany({ data: rows.map(({ submission }) => submission) })
  await tx.surveyAnswers.createMany({ data: rows.map(({ survey }) => survey) })
  await tx.consentEvent.createMany({ data: rows.flatMap(({ consents }) => consents) })
  await tx.entryKey.createMany({
    data: ids.map(({ submissionId, at }) => ({ submissionId, keyHash: hashText(newToken()), createdAt: at })),
  })
  await tx.statusChange.createMany({
    data: ids.flatMap(({ submissionId, at }) => [
      { id: newId(), submissionId, to: 'submitted', at },
      { id: newId(), submissionId, from: 'submitted', to: 'eligible', at: checked(at), staffId: screener },
    ]),
  })
  const checklist = { linkOpens: true, hashtag: true, insideWindow: true, noSafetyWorry: true }
  await tx.screening.createMany({
    data: ids.map(({ submissionId, at }) => ({
      id: newId(),
      submissionId,
      outcome: 'eligible',
      checklist,
      staffId: screener,
      at: checked(at),
    })),
  })
  await tx.auditEvent.createMany({
    data: ids.map(({ submissionId, at }) => ({
      ...{ at, actorKind: 'storyteller', action: 'submission.received', subjectKind: 'submission', subjectId: submissionId },
      data: { platform: 'x', region: 'open' },
    })),
  })
  await tx.mail.createMany({ data: rows.map(({ mail }) => mail) })
  await tx.blindCopy.createMany({
    data: rows.map(({ entry, submission }) => ({
      ...{ id: entry.copyId, submissionId: entry.id, number: 1, story: submission.story, postText: null, sourceVersion: 2 },
      ...{ madeById: screener, madeAt: checked(entry.at), approvedById: screener, approvedAt: checked(entry.at) },
    })),
  })
}

function wholeEntry({ id, at }: Entry, number: number, chance: Chance) {
  const { tag, opening, sentences } = picked(languages, chance)
  const story = [opening, ...Array.from({ length: 6 }, () => picked(sentences, chance)), `(${number})`].join(' ')
  const email = `season-${id}@example.org`
  const url = `https://example.org/sample/season-${id}`
  const consent = (purpose: string, answer: string) => ({
    ...{ id: newId(), submissionId: id, purpose, answer, textHash: hashText(purpose), locale: 'en', at },
    rulesVersion: purpose === 'rules' ? 1 : null,
  })
  const locale = tag === 'es' || tag === 'ar' ? tag : 'en'
  return {
    submission: {
      ...{
        id,
        campaignId,
        reference: newReference(),
        idempotencyKey: id,
        status: 'eligible',
        statusAt: at,
        submittedAt: at,
        version: 2,
        locale,
      },
      ...{
        country: picked(sampleCountries, chance),
        platform: 'x',
        postKey: `x:season-${id}`,
        postUrl: url,
        postCanonical: url,
        postSoft: false,
      },
      ...{ story, storyLanguage: tag, displayName: `Sample storyteller ${number}`, anonymous: number % 7 === 0, email },
    },
    survey: {
      ...{ submissionId: id, adult: true, affiliated: false, region: chance() < 0.1 ? 'story-only' : 'open', binanceUser: 'private' },
      ...{ themes: [picked(themes, chance)], tools: ['academy'], othersShown: 'no' },
    },
    consents: [
      ...[consent('rules', 'yes'), consent('reading', 'yes'), consent('film', picked(['yes', 'ask', 'no'], chance))],
      ...[consent('publish-name', chance() < 0.7 ? 'yes' : 'no'), consent('show-post', 'no'), consent('news', 'no')],
    ],
    mail: {
      ...{ id: newId(), kind: 'receipt', recipient: email, locale, subject: 'Sample receipt', text: 'Sample receipt.', html: '' },
      ...{ code: newMailCode(), submissionId: id, state: 'sent', createdAt: at, sentAt: at },
    },
  }
}

/** Two readers for each entry, then two more for the best quarter and for those the first two did not agree on; one of the four independent. */
function readAll(entries: readonly Entry[], readers: readonly Reader[], chance: Chance): Reading[] {
  const began = now().getTime() - 15 * day
  const read = new Map<string, number>()
  const reading = (entry: Entry, reader: Reader, stage: 1 | 2): Reading => {
    const order = (read.get(reader.id) ?? 0) + 1
    read.set(reader.id, order)
    return { entry, reader, stage, at: new Date(began + order * 400_000), scores: scoresFor(entry, reader, chance) }
  }
  const first = entries.flatMap((entry) => drawn(readers, Math.min(2, readers.length), chance).map((reader) => reading(entry, reader, 1)))
  const by = new Map<string, Reading[]>()
  for (const one of first) by.set(one.entry.id, [...(by.get(one.entry.id) ?? []), one])
  const totals = (id: string) => (by.get(id) ?? []).map(({ scores }) => weightedTotal(scores, firstRubric.criteria))
  const mean = (id: string) => totals(id).reduce((sum, total) => sum + total, 0)
  const best = new Set([...entries].sort((a, b) => mean(b.id) - mean(a.id)).slice(0, Math.ceil(entries.length * contenders)))
  const disputed = (id: string) => Math.max(...totals(id)) - Math.min(...totals(id)) >= 150
  const second = entries
    .filter((entry) => best.has(entry) || disputed(entry.id))
    .flatMap((entry) => {
      const had = new Set((by.get(entry.id) ?? []).map(({ reader }) => reader.id))
      const left = readers.filter(({ id }) => !had.has(id))
      const [independent] = drawn(
        left.filter((reader) => reader.independent),
        1,
        chance,
      )
      const others = drawn(
        left.filter((reader) => reader !== independent),
        independent ? 1 : 2,
        chance,
      )
      return [...(independent ? [independent] : []), ...others].map((reader) => reading(entry, reader, 2))
    })
  return [...first, ...second]
}

function drawn(readers: readonly Reader[], count: number, chance: Chance): Reader[] {
  const left = [...readers]
  return Array.from({ length: Math.min(count, left.length) }, () => left.splice(Math.floor(chance() * left.length), 1)[0] as Reader)
}

function scoresFor({ quality }: Entry, { bias, spread }: Reader, chance: Chance): Scores {
  const score = () => Math.max(1, Math.min(5, Math.round(3 + bias + spread * (0.8 * quality + 0.6 * normal(chance)))))
  return Object.fromEntries(criterionKeys.map((key) => [key, score()])) as Scores
}

async function writeReadings(db: Database, readings: readonly Reading[]): Promise<void> {
  for (let from = 0; from < readings.length; from += perStatement) {
    const some = readings.slice(from, from + perStatement).map((reading, index) => ({ id: newId(), position: from + index, ...reading }))
    await db.$transaction(
      async (tx) => {
        await tx.assignment.createMany({
          data: some.map(({ entry, reader, stage, position, at }) => ({
            ...{ id: newId(), submissionId: entry.id, reviewerId: reader.id, stage, position, assignedAt: new Date(at.getTime() - day) },
          })),
        })
        await tx.review.createMany({
          data: some.map(({ id, entry, reader, at, scores }) => ({
            ...{ id, submissionId: entry.id, reviewerId: reader.id, rubricNumber: firstRubric.number, copyId: entry.copyId },
            ...{ confidence: 2, flags: [], startedAt: new Date(at.getTime() - 300_000), savedAt: at, completedAt: at },
            totalPoints: weightedTotal(scores, firstRubric.criteria),
          })),
        })
        await tx.reviewScore.createMany({
          data: some.flatMap(({ id, scores }) => criterionKeys.map((criterion) => ({ reviewId: id, criterion, score: scores[criterion] }))),
        })
      },
      { timeout: 120_000 },
    )
  }
}
