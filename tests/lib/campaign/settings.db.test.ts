import { beforeEach, expect, test } from 'vitest'
import { confirmClosing, declineClosing, proposeClosing } from '#lib/campaign/commands/closing.ts'
import { setRegion } from '#lib/campaign/commands/regions.ts'
import { publishRules, rulesDraftMark, saveRulesDraft } from '#lib/campaign/commands/rules.ts'
import { setSettings } from '#lib/campaign/commands/settings.ts'
import { setStop } from '#lib/campaign/commands/stop.ts'
import { launchList } from '#lib/campaign/desk/checklist.ts'
import type { Settings } from '#lib/campaign/desk/form.ts'
import { campaignDesk } from '#lib/campaign/desk/settings.ts'
import { currentRules, entryTerms, rulesVersion } from '#lib/campaign/queries.ts'
import { campaignId } from '#lib/campaign/schema.ts'
import { mustRun } from '#lib/campaign/stops.ts'
import { db } from '#lib/foundation/db.ts'
import { seedCampaign, seededCampaign, seededRules } from '#prisma/seed/campaign.ts'
import { invited } from '#tests/factories/staff.ts'
import { sendEntry } from '#tests/factories/submissions.ts'
import { refusalOf } from '#tests/support/refusals.ts'

const day = 86_400_000
const today = Math.floor(Date.now() / 60_000) * 60_000
const ahead = (days: number) => new Date(today + days * day)
const reason = 'Decided in the meeting.'

beforeEach(async () => {
  await seedCampaign(db)
  const fresh = {
    opensAt: seededCampaign.opensAt,
    closesAt: null,
    resultsAt: null,
    defaultRegion: 'open',
    poolTemplate: null,
    claimDays: null,
  }
  await db.campaign.update({ where: { id: campaignId }, data: { ...fresh, version: { increment: 1 } } })
  await db.closingProposal.deleteMany()
  await db.campaignStop.deleteMany()
})

const campaign = () => db.campaign.findUniqueOrThrow({ where: { id: campaignId } })
const version = async () => (await campaign()).version

async function settings(change: Partial<Settings> = {}) {
  const { opensAt, resultsAt, timeZone, claimDays, payWithinDays, poolTemplate, contact, controller, ...rest } = await campaign()
  const now = { opensAt, resultsAt, timeZone, claimDays, payWithinDays, poolTemplate, contact, controller }
  return { ...now, ...change, reason, version: rest.version }
}

test('each changed setting is told with who, from what, to what and why, and goes into the record without anybody’s words', async () => {
  const admin = await invited('admin')

  await setSettings(admin, await settings({ claimDays: 14, poolTemplate: 'tiers', contact: 'help@example.org' }))

  expect(await campaign()).toMatchObject({ claimDays: 14, poolTemplate: 'tiers', contact: 'help@example.org' })
  const told = await db.campaignChange.findMany({ where: { byId: admin.id }, orderBy: { setting: 'asc' } })
  expect(told.map(({ setting, from, to }) => [setting, from, to])).toEqual([
    ['claimDays', null, '14'],
    ['contact', null, 'help@example.org'],
    ['poolTemplate', null, 'tiers'],
  ])
  expect(told.every((change) => change.reason === reason)).toBe(true)
  const record = await db.auditEvent.findMany({ where: { actorId: admin.id, action: 'campaign.changed' } })
  expect(record).toHaveLength(3)
  expect(JSON.stringify(record.map(({ data }) => data))).not.toContain('help@')
})

test('settings that contradict each other are refused, and nothing is changed', async () => {
  const admin = await invited('admin')
  await db.campaign.update({ where: { id: campaignId }, data: { closesAt: ahead(10) } })

  expect(await refusalOf(setSettings(admin, await settings({ resultsAt: ahead(10) })))).toBe('resultsBeforeClosing')
  expect(await refusalOf(setSettings(admin, await settings({ opensAt: ahead(1) })))).toBe('opensPassed')
  expect(await refusalOf(setSettings(admin, await settings()))).toBe('campaign.same')
  await db.campaign.update({ where: { id: campaignId }, data: { opensAt: ahead(5) } })
  expect(await refusalOf(setSettings(admin, await settings({ opensAt: ahead(10) })))).toBe('opensAfterClosing')
  await db.campaign.update({ where: { id: campaignId }, data: { closesAt: null } })
  expect(await refusalOf(setSettings(admin, await settings({ resultsAt: ahead(20) })))).toBe('resultsWithoutClosing')

  expect(await db.campaignChange.count({ where: { byId: admin.id } })).toBe(0)
})

test('of two admins who change settings at once, the second is told', async () => {
  const admins = [await invited('admin'), await invited('admin')]
  const changes = await Promise.all(admins.map((_, index) => settings({ claimDays: 10 + index })))

  const answers = await Promise.all(
    admins.map((admin, index) => {
      const change = changes[index]
      if (!change) throw new Error('no change')
      return setSettings(admin, change).then(
        () => 'saved',
        (error: Error) => error.message,
      )
    }),
  )

  expect(answers.sort()).toEqual(['campaign.changed', 'saved'])
})

test('a closing date needs two admins', async () => {
  const [one, other] = [await invited('admin'), await invited('admin')]
  const to = ahead(10)

  await proposeClosing(one, { to, reason, version: await version() })
  expect((await campaign()).closesAt).toBeNull()
  const { proposal } = await campaignDesk(other)
  expect(await refusalOf(proposeClosing(other, { to: ahead(11), reason, version: await version() }))).toBe('closing.open')
  expect(await refusalOf(confirmClosing(one, proposal?.id ?? ''))).toBe('closing.own')
  await expect(
    db.closingProposal.updateMany({ data: { outcome: 'confirmed', decidedAt: new Date(), decidedById: one.id } }),
  ).rejects.toThrow()

  await confirmClosing(other, proposal?.id ?? '')

  expect((await entryTerms('PT')).closesAt).toEqual(to)
  expect(await refusalOf(confirmClosing(other, proposal?.id ?? ''))).toBe('closing.decided')
  const record = await db.auditEvent.findMany({ where: { action: { startsWith: 'closing.' } }, orderBy: { id: 'asc' } })
  expect(record.map(({ action, actorId }) => [action, actorId])).toEqual([
    ['closing.proposed', one.id],
    ['closing.confirmed', other.id],
  ])
})

test('a closing date needs two admins before entries open too', async () => {
  const [one, other] = [await invited('admin'), await invited('admin')]
  await db.campaign.update({ where: { id: campaignId }, data: { opensAt: ahead(5) } })

  expect(await refusalOf(proposeClosing(one, { to: ahead(4), reason, version: await version() }))).toBe('closingBeforeOpening')
  await proposeClosing(one, { to: ahead(10), reason, version: await version() })
  expect((await campaign()).closesAt).toBeNull()

  await confirmClosing(other, (await campaignDesk(other)).proposal?.id ?? '')
  expect((await campaign()).closesAt).toEqual(ahead(10))
})

test('nothing closes in the past, or after its results, also not when they moved while it waited', async () => {
  const [one, other] = [await invited('admin'), await invited('admin')]
  expect(await refusalOf(proposeClosing(one, { to: ahead(-1), reason, version: await version() }))).toBe('closingPast')
  await proposeClosing(one, { to: ahead(10), reason, version: await version() })
  await db.campaign.update({ where: { id: campaignId }, data: { resultsAt: ahead(9) } })
  const { proposal } = await campaignDesk(other)

  expect(await refusalOf(confirmClosing(other, proposal?.id ?? ''))).toBe('closingAfterResults')

  await declineClosing(one, proposal?.id ?? '')
  expect((await campaign()).closesAt).toBeNull()
})

test('two admins who answer one proposal at once decide it once', async () => {
  const [one, other, third] = [await invited('admin'), await invited('admin'), await invited('admin')]
  await proposeClosing(one, { to: ahead(10), reason, version: await version() })
  const id = (await campaignDesk(other)).proposal?.id ?? ''

  const answers = await Promise.all(
    [confirmClosing(other, id), declineClosing(third, id), confirmClosing(third, id)].map((work) =>
      work.then(
        () => 'decided',
        (error: Error) => error.message,
      ),
    ),
  )

  expect(answers.filter((answer) => answer === 'decided')).toHaveLength(1)
})

test('a decision about a country holds for the next form, and taking it away leaves the default', async () => {
  const admin = await invited('admin')
  await setRegion(admin, { country: 'PT', mode: 'story-only', reason, version: await version() })
  expect((await entryTerms('PT')).mode).toBe('story-only')
  await setRegion(admin, { country: null, mode: 'closed', reason, version: await version() })
  expect((await entryTerms('ES')).mode).toBe('closed')

  await setRegion(admin, { country: 'PT', mode: 'default', reason, version: await version() })

  expect((await entryTerms('PT')).mode).toBe('closed')
  expect(await refusalOf(setRegion(admin, { country: 'PT', mode: 'default', reason, version: await version() }))).toBe('campaign.same')
})

test('deciding that regions stay as they are counts as decided', async () => {
  const admin = await invited('admin')
  await db.$executeRaw`alter table campaign_change disable trigger user`
  await db.campaignChange.deleteMany()
  await db.$executeRaw`alter table campaign_change enable trigger user`
  const open = async () =>
    launchList(await campaignDesk(admin), true)
      .filter(({ done }) => !done)
      .map(({ step }) => step)
  expect(await open()).toContain('regions')

  await setRegion(admin, { country: null, mode: 'open', reason, version: await version() })

  expect(await open()).not.toContain('regions')
})

test('published rules get the next number, hold at once, and leave the earlier ones readable', async () => {
  const admin = await invited('admin')
  const { number } = await currentRules('en')
  const sections = seededRules.en.map((section) => ({ ...section, paragraphs: [...section.paragraphs, `Version ${number + 1}.`] }))
  expect(await refusalOf(publishRules(admin, { seen: '', reason }))).toBe('rules.nothing-new')
  await saveRulesDraft(admin, { locale: 'en', sections, version: 0 })
  expect(await refusalOf(saveRulesDraft(admin, { locale: 'en', sections, version: 0 }))).toBe('campaign.changed')
  await saveRulesDraft(admin, { locale: 'en', sections, version: 1 })
  expect(await refusalOf(publishRules(admin, { seen: 'en1', reason }))).toBe('campaign.changed')

  expect(await publishRules(admin, { seen: rulesDraftMark([{ locale: 'en', version: 2 }]), reason })).toBe(number + 1)

  expect((await currentRules('es')).locale).toBe('en')
  expect((await currentRules('en')).sections).toEqual(sections)
  expect((await rulesVersion(number, 'en'))?.sections).toEqual(seededRules.en)
  expect((await entryTerms('PT')).rules.number).toBe(number + 1)
  expect(await db.rulesDraft.count()).toBe(0)
})

test('what is stopped refuses until it goes on', async () => {
  const admin = await invited('admin')
  await setStop(admin, { what: 'payouts', stop: true, reason })

  expect(await refusalOf(db.$transaction((tx) => mustRun(tx, 'payouts')))).toBe('campaign.stopped')
  await db.$transaction((tx) => mustRun(tx, 'publishing'))
  expect(await refusalOf(setStop(admin, { what: 'payouts', stop: true, reason }))).toBe('campaign.same')
  await setStop(admin, { what: 'payouts', stop: false, reason })

  await db.$transaction((tx) => mustRun(tx, 'payouts'))
})

test('no entry is taken while entries are stopped, and the form says so', async () => {
  const admin = await invited('admin')
  await setStop(admin, { what: 'entries', stop: true, reason })
  expect((await entryTerms('PT')).stopped).toBe(true)

  expect(await refusalOf(sendEntry())).toBe('campaign.stopped')

  await setStop(admin, { what: 'entries', stop: false, reason })
  expect((await sendEntry()).reference).toMatch(/^HB-/)
})

test('nobody but an admin sees or changes settings', async () => {
  const actors = [await invited('reviewer'), await invited('editor')]
  const change = await settings({ claimDays: 5 })

  for (const actor of actors)
    for (const work of [
      () => campaignDesk(actor),
      () => setSettings(actor, change),
      () => proposeClosing(actor, { to: ahead(5), reason, version: 1 }),
      () => confirmClosing(actor, 'x'),
      () => declineClosing(actor, 'x'),
      () => setRegion(actor, { country: 'PT', mode: 'closed', reason, version: 1 }),
      () => saveRulesDraft(actor, { locale: 'en', sections: [], version: 0 }),
      () => publishRules(actor, { seen: '', reason }),
      () => setStop(actor, { what: 'entries', stop: true, reason }),
    ])
      expect(await refusalOf(work())).toBe('staff.forbidden')
})

test('a change that was told can be neither edited nor taken back', async () => {
  await expect(db.$executeRaw`update campaign_change set reason = ''`).rejects.toThrow('append-only')
})
