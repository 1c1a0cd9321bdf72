import { createElement } from 'react'
import { beforeEach, expect, test } from 'vitest'
import { type FormState, fresh } from '#app/_forms/state.ts'
import { PermissionsForm } from '#app/[locale]/share/permissions/form.tsx'
import { currentRules } from '#lib/campaign/queries.ts'
import { campaignId } from '#lib/campaign/schema.ts'
import { db } from '#lib/foundation/db.ts'
import { deriveKey, hashText, hashToken } from '#lib/foundation/ids.ts'
import { finishedDraft, openCampaign } from '#tests/factories/submissions.ts'
import { asFormPost } from '#tests/support/request.ts'
import { shownAgain } from '#tests/support/shown-again.ts'

// After the request's surroundings, which they look for when they load.
const { sendStory } = await import('#app/[locale]/share/check/actions.ts')
const { savePermissions } = await import('#app/[locale]/share/permissions/actions.ts')

beforeEach(openCampaign)

/** Publishes one more version of the rules. */
async function publishRules(): Promise<void> {
  const { number, sections } = await currentRules('en')
  const publishedAt = new Date('2025-10-01T00:00:00Z')
  await db.rulesVersion.create({ data: { campaignId, number: number + 1, publishedAt, hash: hashText(`sample rules ${number + 1}`) } })
  await db.rulesText.create({ data: { campaignId, number: number + 1, locale: 'en', sections: structuredClone(sections) as object[] } })
}

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

/** Presses the button of the check page, as it is shown at this moment. */
async function press(token: string) {
  const form = formOf({ sendKey: deriveKey(token, 'send'), rulesHash: (await currentRules('en')).hash })
  return asFormPost({ 'hob-draft': token }, () => sendStory('en', fresh(), form))
}

/** Accepts the rules of this hash on the page of permissions. */
function accept(token: string, shown: Readonly<Record<string, string>>) {
  const form = formOf({ acceptRules: 'yes', permitReading: 'yes', film: 'no', ...shown })
  return asFormPost({ 'hob-draft': token }, () => savePermissions('en', fresh(), form))
}

const changed = {
  words: 'The rules have changed since you accepted them. Read them and accept them again',
  href: '/share/permissions?change=1',
}

const acceptedBy = (token: string) =>
  db.consentEvent.findMany({
    where: { purpose: 'rules', submission: { draft: { tokenHash: hashToken(token) } } },
    select: { rulesVersion: true, textHash: true },
  })

test('rules that changed after they were accepted are not accepted by sending, however often, but by accepting them', async () => {
  const token = await finishedDraft()
  await publishRules()

  const pressed = [await press(token), await press(token)]

  expect(pressed.map(({ value }) => value?.problems)).toEqual([[changed], [changed]])
  expect(await acceptedBy(token)).toEqual([])
  const { number, hash } = await currentRules('en')
  expect((await accept(token, {})).redirect).toBe('/share/check')
  expect((await press(token)).redirect).toBe('/share/done')
  expect(await acceptedBy(token)).toEqual([{ rulesVersion: number, textHash: hash }])
})

test('rules that changed while their page was open are not accepted with the words of those before', async () => {
  const token = await finishedDraft()
  const { hash: rulesHash } = await currentRules('en')
  await publishRules()

  const { value } = await accept(token, { rulesHash })

  expect(value).toMatchObject({ values: { acceptRules: 'yes', film: 'no' }, problems: [changed] })
  expect((await press(token)).value?.problems).toEqual([changed])
})

/** The page of permissions as it answers: `rules` are those that hold by now. */
function shown(state: FormState | null, rules: Readonly<{ number: number; hash: string }> | null) {
  const props = { locale: 'en', values: {}, change: false, age: '', rules } as const
  return shownAgain<FormState>((action) => createElement(PermissionsForm, { ...props, action }), state ?? fresh())
}

const ticks = (html: string) => [...html.matchAll(/<input[^>]*name="(\w+)"[^>]*checked=""[^>]*>/g)].map(([, name]) => name)
const hashIn = (html: string) => /name="rulesHash" value="([^"]*)"/.exec(html)?.[1]

test('who is told on the page of permissions that the rules changed finds all they chose there but the tick', async () => {
  const token = await finishedDraft()
  const { hash: rulesHash } = await currentRules('en')
  await publishRules()
  const rules = await currentRules('en')
  const chosen = { rulesHash, showPost: 'yes', publishName: 'yes', news: 'yes' }

  const refused = await shown((await accept(token, chosen)).value, rules)
  const incomplete = await shown((await accept(token, { ...chosen, film: '' })).value, rules)

  const others = ['permitReading', 'showPost', 'publishName', 'news']
  expect([ticks(refused).toSorted(), ticks(incomplete).toSorted()]).toEqual([[...others, 'film'].toSorted(), others.toSorted()])
  for (const html of [refused, incomplete]) {
    expect(html.split(changed.words)).toHaveLength(3)
    expect(html).toContain(`href="#acceptRules">${changed.words}`)
    expect(html).not.toContain(changed.href)
    expect(hashIn(html)).toBe(rules.hash)
  }
})

test('a form that came back over a fault of ours still says which rules were ticked', async () => {
  const token = await finishedDraft()
  const { hash: rulesHash } = await currentRules('en')
  const fault: FormState = { ...fresh({ acceptRules: 'yes', permitReading: 'yes', film: 'no', rulesHash }), status: 503, answered: true }

  const html = await shown(fault, null)
  await publishRules()
  const again = await accept(token, { rulesHash: hashIn(html) ?? '' })

  expect([hashIn(html), ticks(html)]).toEqual([rulesHash, ['acceptRules', 'permitReading', 'film']])
  expect(again.value?.problems).toEqual([changed])
})
