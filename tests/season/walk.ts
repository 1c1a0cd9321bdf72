import { type Browser, chromium, type Page } from '@playwright/test'
import { findBrowser } from '../browser.ts'
import { codeFor, press } from '../support/awards.ts'
import { enterUntilCheck, freshPost, sampleStory, send } from '../support/entering.ts'
import { button, done, entryLink, expect, look, rows, sent, someone, staff, until } from './desk.ts'
import { asked, everybodyReads, makeCopy, type Readers, readerAt, scoreByKeys, stepAside } from './reading.ts'

const address = '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed'
const token = '0x036CbD53842c5426634e7929541eC2318f3dCF7e'

type Teller = Readonly<{ page: Page; email: string; reference: string; entry: string }>
type House = Readonly<{ browser: Browser; baseURL: string; screener: Page; first: Page; second: Page; readers: Readers }>
type Cast = Readonly<{ winner: Teller; asked: Teller; refused: Teller; other: Teller }>

/** Everything a season takes, clicked through on the running site; `say` hears what was done. The other entries are there, and read, already. */
export async function walkSeason(baseURL: string, say: (done: string) => void): Promise<void> {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const cast: Cast = {
      winner: await enter(browser, baseURL, 'winner'),
      asked: await enter(browser, baseURL, 'asked'),
      refused: await enter(browser, baseURL, 'refused'),
      other: await enter(browser, baseURL, 'other'),
    }
    say('four storytellers entered')
    const [screener, first, second] = [
      await staff(browser, baseURL, 'reviewer'),
      await staff(browser, baseURL, 'admin'),
      await staff(browser, baseURL, 'admin'),
    ]
    const house: House = { browser, baseURL, screener, first, second, readers: new Map() }
    const acts = { screen, read, spendTheRest, choose, release, tellEverybody, awardThePool, payTheWinner, answerLate }
    for (const [name, act] of Object.entries(acts)) {
      await act(house, cast)
      say(name)
    }
  } finally {
    await browser.close()
  }
}

async function enter(browser: Browser, baseURL: string, name: string): Promise<Teller> {
  const page = await someone(browser, baseURL)
  const email = `season-${name}-${crypto.randomUUID().slice(0, 8)}@example.org`
  await enterUntilCheck(page, {
    postUrl: freshPost(),
    email,
    story: `${sampleStory} Storyteller: ${crypto.randomUUID()}.`,
    displayName: `Marigold ${name}`,
  })
  const reference = await send(page)
  return { page, email, reference, entry: await entryLink(email, reference) }
}

const record = (page: Page) => page.locator('form:has([name=outcome]) button[type=submit]')
const tick = async (page: Page) => {
  for (const box of await page.locator('[name=checks]').all()) await box.check()
}

/** One entry found not eligible, one asked, two at once from the list; a question answered by its storyteller. */
async function screen({ screener }: House, cast: Cast): Promise<void> {
  await screener.goto('/staff')
  await look(screener, 'today-reviewer')
  await screener.goto(`/staff/submissions/${cast.refused.reference}`)
  await screener.locator('[name=outcome][value=ineligible]').check()
  await screener.locator('[name=rule]').selectOption('no-hashtag')
  await record(screener).click()
  await done(screener, 'Recorded')
  await screener.goto(`/staff/submissions/${cast.asked.reference}`)
  await look(screener, 'screening')
  await screener.locator('[name=outcome][value=question]').check()
  await screener.locator('[name=question]').fill('Who taught you to keep the books?')
  await record(screener).click()
  await done(screener, 'Recorded')

  await screener.goto('/staff/submissions')
  await look(screener, 'queue')
  await screener.locator('.queue-bulk > summary').click()
  for (const { reference } of [cast.winner, cast.other]) await screener.locator(`[name=entry][value^="${reference}."]`).check()
  await tick(screener)
  await screener.locator('[name=outcome][value=eligible]').check()
  await screener.getByRole('button', { name: 'Record for all selected entries' }).click()
  await expect(screener.locator('section:has(#report)')).toContainText('2 entries were recorded')
  await look(screener, 'bulk')

  const { page, entry, reference } = cast.asked
  await page.goto(entry)
  await look(page, 'entry-asked')
  await page.locator('main form textarea').fill('My neighbour, over many evenings.')
  await page.locator('main form button[type=submit]').first().click()
  await done(page, /./)
  await screener.goto(`/staff/submissions/${reference}`)
  await expect(screener.locator('main')).toContainText('over many evenings')
  await tick(screener)
  await screener.locator('[name=outcome][value=eligible]').check()
  await record(screener).click()
  await done(screener, 'Recorded')
}

/** Copies made, one reader steps aside, all others score with their keyboards. */
async function read({ browser, baseURL, screener, readers }: House, cast: Cast): Promise<void> {
  for (const { reference } of [cast.winner, cast.asked, cast.other]) {
    await makeCopy(screener, reference)
    await until(
      () => asked(reference),
      (list) => list.length === 2,
      'two readers',
    )
  }
  const [aside] = await asked(cast.winner.reference)
  if (!aside) throw new Error('nobody reads it')
  await stepAside(await readerAt(browser, baseURL, readers, aside.email), aside.id, cast.winner.reference)
  await everybodyReads(browser, baseURL, readers, cast.winner.reference, 5)
  await everybodyReads(browser, baseURL, readers, cast.asked.reference, 4)
  await everybodyReads(browser, baseURL, readers, cast.other.reference, 2)
}

/** What is left of the budget goes to contenders; an independent reader for the winner is asked by hand where none was. */
async function spendTheRest({ browser, baseURL, first, readers }: House, { winner }: Cast): Promise<void> {
  await first.goto('/staff/review/overview')
  await look(first, 'overview')
  await first.locator('[name=budget]').fill('3')
  await button(first, 'Spend what is left').click()
  await done(first, /asked/)
  const independent = await rows<{ id: string }>(
    `select u.id from staff_user u where u.independent and u.removed_at is null and not exists (
       select from assignment a join submission s on s.id = a.submission_id where a.reviewer_id = u.id and s.reference = $1)`,
    [winner.reference],
  )
  if (independent.length === 2) {
    await first.locator('[name=reference]').fill(winner.reference)
    await first.locator('[name=reviewerId]').selectOption(independent[0]?.id ?? '')
    await button(first, 'Ask to read').click()
    await done(first, 'Asked')
  }
  await everybodyReads(browser, baseURL, readers, winner.reference, 5)
}

async function decideOne(page: Page, reference: string, outcome: 'selected' | 'reserve', reason: string): Promise<void> {
  await page.goto(`/staff/selection/${reference}`)
  await page.locator(`[name=outcome][value=${outcome}]`).check()
  await page.locator(`[name=reasons][value=${reason}]`).check()
  await page.locator('form:has([name=outcome]) button').click()
  await done(page, 'Decided')
}

/** The best of the list that could have a prize and can be selected, best first, as the page of choosing shows them. */
async function bestOnes(page: Page, without: string): Promise<string[]> {
  await page.goto('/staff/selection?standing=ready&places=10')
  await look(page, 'choosing')
  const shown = await page.locator('#all ~ * a[href^="/staff/selection/HB-"]').allTextContents()
  const open = await rows<{ reference: string }>(
    "select s.reference from submission s join survey_answers a on a.submission_id = s.id where a.region = 'open'",
  )
  return shown.filter((reference) => reference !== without && open.some((one) => one.reference === reference))
}

/** Ten selected, three in reserve, the rest in one go. */
async function choose({ first }: House, { winner }: Cast): Promise<void> {
  const best = await bestOnes(first, winner.reference)
  await decideOne(first, winner.reference, 'selected', 'felt-real')
  await look(first, 'deciding')
  for (const reference of best.slice(0, 9)) await decideOne(first, reference, 'selected', 'useful')
  for (const reference of best.slice(9, 12)) await decideOne(first, reference, 'reserve', 'few-places')
  await first.goto('/staff/selection')
  const rest = first.locator('form:has([name=reasons])')
  await rest.locator('[name=reasons][value=few-places]').check()
  await rest.locator('button').click()
  await done(first, '286 entries decided')
  await expect(first.locator('.selection-stat')).toContainText('299')
}

/** Proposed, refused because a score changed meanwhile, proposed again, confirmed by the other admin. */
async function release({ first, second, readers }: House, { asked: changed, winner }: Cast): Promise<void> {
  await winner.page.goto(winner.entry)
  await expect(winner.page.locator('main')).toContainText('Being read')
  const at = '/staff/selection/release'
  await first.goto(at)
  await look(first, 'release')
  await button(first, 'Propose this release').click()
  await done(first, 'Proposed')
  await expect(button(first, 'Release the results now')).toHaveCount(0)
  await second.goto(at)

  const [review] = await rows<{ id: string; email: string }>(
    `select a.id, u.email from assignment a join submission s on s.id = a.submission_id join staff_user u on u.id = a.reviewer_id
     where s.reference = $1 and a.ended_at is null limit 1`,
    [changed.reference],
  )
  const reader = readers.get(review?.email ?? '')
  if (!review || !reader) throw new Error('nobody read it')
  await scoreByKeys(reader, review.id, 3)
  await second.locator('[name=read]').check()
  await button(second, 'Release the results now').click()
  await expect(second.locator('.errsum')).toContainText(`Scores changed: ${changed.reference}`)
  await look(second, 'release-changed')
  await button(second, 'Cancel the proposal').click()
  await done(second, 'cancelled')

  await first.goto(at)
  await button(first, 'Propose this release').click()
  await done(first, 'Proposed')
  await second.goto(at)
  await look(second, 'release-proposed')
  await second.locator('[name=read]').check()
  await button(second, 'Release the results now').click()
  await done(second, 'The results are out')
  await look(second, 'released')
}

/** One letter each, the page of results, the receipt of one entry. */
async function tellEverybody(_: House, { winner, asked: other, refused }: Cast): Promise<void> {
  const told = () =>
    rows<{ count: number; sent: number }>(
      "select count(*)::int, (count(*) filter (where state = 'sent'))::int as sent from mail where kind like 'result-%'",
    )
  const [mails] = await until(told, ([one]) => one?.sent === 299, 'all letters')
  expect(mails).toEqual({ count: 299, sent: 299 })
  expect((await sent(winner.reference)).filter(({ to, subject }) => to === winner.email && subject.includes('selected'))).toHaveLength(1)
  const { page } = winner
  await page.goto('/results')
  await expect(page.locator('main')).toContainText('300')
  await expect(page.locator('main')).toContainText('299')
  await look(page, 'results')
  await page.goto(winner.entry)
  await expect(page.locator('main')).toContainText('Selected')
  await expect(page.locator('main')).toContainText(/[3-6] people/)
  await look(page, 'entry-selected')
  await other.page.goto(other.entry)
  await expect(other.page.locator('main')).toContainText('Not selected this time')
  await refused.page.goto(refused.entry)
  await expect(refused.page.locator('main')).toContainText('Not eligible')
}

/** Days decided in the settings, the pool shared by a template, every award confirmed and opened by the other admin. */
async function awardThePool({ first, second }: House, { winner }: Cast): Promise<void> {
  await first.goto('/staff/campaign/settings')
  await first.locator('[name=claimDays]').fill('14')
  await first.locator('[name=payWithinDays]').fill('30')
  await first.locator('[name=reason]').fill('Decided for the season of this test.')
  await look(first, 'settings')
  await first.locator('form[aria-labelledby=set] button').click()
  await done(first, /./)

  await first.goto('/staff/awards/propose')
  await first.locator('[name=template][value=tiers]').check()
  const others = (
    await first.locator('.input--place').evaluateAll((fields) => fields.map((field) => field.id.slice('place-'.length)))
  ).filter((reference) => reference !== winner.reference)
  for (const [index, reference] of [winner.reference, ...others].entries())
    await first.locator(`#place-${reference}`).fill(String(index + 1))
  await button(first, 'Show who gets what').click()
  await expect(first.locator('main')).toContainText('8,000')
  await look(first, 'sharing')
  await first.locator('form:has([name=order]) button').click()
  await done(first, 'Another admin has to confirm each award')
  await look(first, 'awards')

  const awards = await rows<{ id: string }>("select id from award where state = 'proposed' order by units desc")
  expect(awards).toHaveLength(10)
  for (const { id } of awards) {
    await second.goto(`/staff/awards/${id}`)
    await press(second, 'Confirm this award')
    await press(second, 'Open it to the storyteller')
    await done(second, 'Opened')
  }
  await look(second, 'award')
}

/** Claimed by a mailed code on the entry's own page, checked, in both payment files, paid, and on the page of results. */
async function payTheWinner({ second }: House, { winner }: Cast): Promise<void> {
  const { page, email, entry, reference } = winner
  await page.goto(`${entry}/award`)
  await press(page, 'Send me a code to claim it')
  await page.locator('[name=code]').fill(await codeFor(email))
  await page.locator('[name=kind][value=address]').check()
  await page.locator('[name=network]').selectOption('base')
  await page.locator('[name=address]').fill(address)
  await page.locator('[name=understood]').check()
  await look(page, 'claim')
  await press(page, 'Claim my award')
  await done(page, 'Your award is claimed')

  const [award] = await rows<{ id: string }>(
    'select a.id from award a join submission s on s.id = a.submission_id where s.reference = $1',
    [reference],
  )
  const at = `/staff/awards/${award?.id}`
  await second.goto(at)
  await second.getByRole('link', { name: 'See payout details' }).click()
  await expect(second.locator('main')).toContainText(address)
  await second.goto(at)
  await press(second, 'Record: handed to the checks')
  await press(second, 'Record: cleared')
  await done(second, 'cleared')
  await second.goto('/staff/awards/payments')
  await look(second, 'payments')
  expect(await (await second.request.get('/staff/awards/payout.csv')).text()).toContain(`${reference},2000.00,USDC,address,base,${address}`)
  const safe = await (await second.request.get(`/staff/awards/payout-safe.json?chainId=8453&token=${token}`)).json()
  expect(JSON.stringify(safe)).toContain('2000000000')
  await second.goto(at)
  await second.locator('[name=paymentReference]').fill(`0x${'cd'.repeat(32)}`)
  await press(second, 'Record the payment')
  await done(second, 'Recorded as paid')
  await look(second, 'award-paid')
  await second.goto('/staff/awards/ledger')
  await expect(second.locator('main')).toContainText('The book is balanced')
  await look(second, 'ledger')
  await page.goto(`${entry}/award`)
  await expect(page.locator('main')).toContainText(`0x${'cd'.repeat(32)}`)
  await look(page, 'entry-award')
  await page.goto('/results')
  await expect(page.locator('main')).toContainText('1 award is paid')
  await look(page, 'results-paid')
}

/** The refused storyteller appeals after the results, is found eligible, read, and answered in a further release. */
async function answerLate({ browser, baseURL, screener, first, second, readers }: House, { refused }: Cast): Promise<void> {
  const { page, entry, reference, email } = refused
  await page.goto(`${entry}/appeal`)
  await page.locator('main form textarea').fill('The hashtag stands in the second line of my post.')
  await page.locator('main form button[type=submit]').first().click()
  await page.waitForURL((url) => !url.pathname.endsWith('/appeal'))
  await first.goto('/staff')
  await look(first, 'today-admin')
  await first.goto(`/staff/submissions/${reference}/appeal`)
  await look(first, 'appeal')
  await first.locator('[name=outcome][value=upheld]').check()
  await first.locator('main form textarea').fill('The hashtag is there: our mistake.')
  await first.locator('main form button[type=submit]').first().click()
  await done(first, /./)
  await first.goto(`/staff/submissions/${reference}`)
  await tick(first)
  await first.locator('[name=outcome][value=eligible]').check()
  await record(first).click()
  await done(first, 'Recorded')
  await makeCopy(screener, reference)
  await until(
    () => asked(reference),
    (list) => list.length === 2,
    'two readers',
  )
  await everybodyReads(browser, baseURL, readers, reference, 2)
  await first.goto('/staff/selection')
  const rest = first.locator('form:has([name=reasons])')
  await rest.locator('[name=reasons][value=few-places]').check()
  await rest.locator('button').click()
  await done(first, '1 entry decided')
  await first.goto('/staff/selection/release')
  await look(first, 'release-later')
  await button(first, 'Propose this release').click()
  await done(first, 'Proposed')
  await second.goto('/staff/selection/release')
  await second.locator('[name=read]').check()
  await button(second, 'Send these answers now').click()
  await done(second, /./)
  await look(second, 'released-later')
  await until(
    () => sent(reference),
    (list) => list.some(({ to, subject }) => to === email && /this time|decided|result/i.test(subject)),
    'the late letter',
  )
  await page.goto(entry)
  await expect(page.locator('main')).toContainText('Not selected this time')
  await page.goto('/results')
  await expect(page.locator('main')).toContainText('could not be decided by then')
}
