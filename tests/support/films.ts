import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import pg from 'pg'
import { freshPost } from './entering.ts'
import { eligibleEntry } from './reading.ts'

const dataDir = process.env.DATA_DIR ?? '.data-dev'

/** Statements against the database of the running site. */
async function sql<T extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<T[]> {
  const client = new pg.Client({ connectionString: (await readFile(path.join(dataDir, 'database-url'), 'utf8')).trim() })
  await client.connect()
  const { rows } = await client.query<T>(text, [...values])
  await client.end()
  return rows
}

/** Some three hundred words that nobody lived. Each is another one's, as the same words again and again are what programs send. */
export function longStory(): string {
  return `This is sample content written for a test, and nobody lived it. I repaired radios in a small shop for twenty years. When nobody brought radios any more, I was afraid of the quiet. I started with one lesson every evening, after closing the shop. At first I understood very little, but I kept a notebook and wrote every word down. The notebook had a blue cover and smelled of solder. I read each page twice, and then I read it once more. Some evenings I closed it after one line and went home. The next evening I opened it again, because the line was still there. After a year I could explain the first chapter without looking. People from the street came in to ask what I was reading. I put two more chairs beside the bench, and then four. Now we meet in the shop every Thursday and learn together. Somebody brings tea, and somebody brings questions. Nobody has to be quick, and nobody is asked what they earn. The oldest of us began at seventy, and she asks the best questions. The youngest holds the lamp when the light fails. We read a page aloud, and then everybody says it in their own words. When no two of us say the same, we read it again. I have learned that a question is worth more than a nod. I have learned that a chair by the bench is an invitation. I still repair a radio when one comes in, and I still like the smell. The bench is the same, but the shop is not quiet any more. On some Thursdays the street is full of our voices until late. I lock the door last, with the notebook under my arm. On that day I wrote down ${randomUUID().replaceAll('-', ' ')}.`
}

export type FilmEntry = Readonly<{ reference: string; email: string; key: string; entry: string }>

/** A selected entry whose storyteller permits a film, and the address of their page. How it is selected is not what is tested here. */
export async function filmEntry(): Promise<FilmEntry> {
  const email = `film-${randomUUID()}@example.org`
  const reference = await eligibleEntry({ name: 'Sample Person', email, post: freshPost(), story: longStory() })
  const key = randomBytes(32).toString('base64url')
  await sql("update submission set status = 'selected', status_at = now() where reference = $1", [reference])
  await sql('insert into entry_key (key_hash, submission_id, created_at) select $1, id, now() from submission where reference = $2', [
    createHash('sha256').update(key).digest('hex'),
    reference,
  ])
  return { reference, email, key, entry: `/entry/${key}` }
}

/** Begins the film of an entry from the board; returns the path of its desk. */
export async function beginFilm(page: Page, reference: string): Promise<string> {
  await page.goto('/staff/films')
  const job = page.locator('.film-job', { hasText: reference })
  await job.getByRole('button', { name: 'Begin the film' }).click()
  await expect(page.getByRole('status').first()).toContainText('The film is begun')
  return new URL(page.url()).pathname
}

/** Lets what is scheduled be due in so many seconds; returns the address of its story. */
export async function releaseIn(reference: string, seconds: number): Promise<string> {
  const [story] = await sql<{ slug: string }>(
    `update story set release_at = now() + make_interval(secs => $2) where id =
     (select story_id from film join submission on submission.id = film.submission_id where reference = $1) returning slug`,
    [reference, seconds],
  )
  return `/stories/${story?.slug}`
}

/** Takes out all but one scene of the entry, so that the film is quick to draw. */
export async function shorten(page: Page, desk: string): Promise<void> {
  for (;;) {
    await page.goto(desk)
    const ids = await page.locator('a[data-cut]').evaluateAll((all) => all.map((link) => (link as HTMLElement).dataset.cut ?? ''))
    const [, , spare] = ids
    if (!spare || ids.length === 3) return
    await page.goto(`${desk}?scene=${spare}`)
    await page.getByRole('button', { name: 'Take out this scene' }).click()
    await expect(page.locator('.note[role=status]').first()).toContainText('The scene is taken out')
  }
}

/** Opens the storyteller's page of their film on a page of their own, and says yes to what is asked. */
export async function sayYes(teller: Page, entry: string, button: string): Promise<void> {
  await teller.goto(`${entry}/film`)
  await teller.getByRole('button', { name: button }).click()
  await expect(teller.locator('.note[role=status]').first()).toContainText('Your yes is kept')
}

/** Asks the storyteller, from the steps of a film. */
export async function askTeller(page: Page, desk: string, button: string): Promise<void> {
  await page.goto(`${desk}/steps`)
  await page.getByRole('button', { name: button }).click()
  await expect(page.locator('.note[role=status]').first()).toContainText('The storyteller is asked')
}
