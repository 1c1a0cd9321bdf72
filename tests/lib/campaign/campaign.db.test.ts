import { expect, test } from 'vitest'
import { currentCampaign, currentRules, entryTerms, regionMode } from '#lib/campaign/queries.ts'
import { campaignId } from '#lib/campaign/schema.ts'
import { db } from '#lib/foundation/db.ts'
import { seedAdmin } from '#prisma/seed/admin.ts'
import { rulesHash, seedCampaign, seededRules } from '#prisma/seed/campaign.ts'

test('before the seed has run, the campaign is a fault and not an answer', async () => {
  await db.$executeRaw`delete from campaign`

  await expect(entryTerms('PT')).rejects.toThrow('the seed has not run')
})

test('the seeded campaign says what is known and leaves open what is not', async () => {
  await seedCampaign(db)

  expect(await currentCampaign()).toStrictEqual({
    id: campaignId,
    name: 'Humans of Binance',
    hashtag: '#HumansOfBinance',
    opensAt: new Date('2025-09-03T00:00:00Z'),
    closesAt: null,
    resultsAt: null,
    timeZone: 'UTC',
    poolUnits: 800_000n,
    poolCurrency: 'USDC',
    defaultRegion: 'open',
  })
})

test('seeding again changes nothing that staff changed', async () => {
  await seedCampaign(db)
  const closesAt = new Date('2026-12-01T00:00:00Z')
  await db.campaign.update({ where: { id: campaignId }, data: { closesAt } })

  await seedCampaign(db)

  expect((await currentCampaign()).closesAt).toStrictEqual(closesAt)
  expect(await db.rulesText.count()).toBe(3)
  await db.campaign.update({ where: { id: campaignId }, data: { closesAt: null } })
})

test('a country without a policy of its own follows the default', async () => {
  await seedCampaign(db)
  await db.regionPolicy.create({ data: { campaignId, country: 'FJ', mode: 'closed' } })

  expect(await regionMode('PT')).toBe('open')
  expect(await regionMode('FJ')).toBe('closed')
  await db.campaign.update({ where: { id: campaignId }, data: { defaultRegion: 'story-only' } })
  expect(await regionMode('PT')).toBe('story-only')
  expect(await regionMode('FJ')).toBe('closed')
  await db.campaign.update({ where: { id: campaignId }, data: { defaultRegion: 'open' } })
})

test('the rules are read in the language asked for, and accepted by the hash of the original', async () => {
  await seedCampaign(db)

  const [english, spanish] = await Promise.all([currentRules('en'), currentRules('es')])

  expect(english).toMatchObject({ number: 1, locale: 'en', hash: rulesHash(seededRules.en) })
  expect(english.sections).toStrictEqual(seededRules.en)
  expect(spanish).toMatchObject({ number: 1, locale: 'es', hash: english.hash })
  expect(spanish.sections).toStrictEqual(seededRules.es)
  expect((await entryTerms('PT')).rules).toStrictEqual({ number: 1, hash: english.hash })
})

test('a new version of the rules holds at once, in English where it is not translated yet', async () => {
  await seedCampaign(db)
  const hash = rulesHash(seededRules.en.slice(0, 1))
  await db.rulesVersion.create({ data: { campaignId, number: 2, publishedAt: new Date(), hash } })
  await db.rulesText.create({ data: { campaignId, number: 2, locale: 'en', sections: structuredClone(seededRules.en.slice(0, 1)) } })

  expect(await currentRules('ar')).toMatchObject({ number: 2, locale: 'en', hash })
  expect((await entryTerms('PT')).rules).toStrictEqual({ number: 2, hash })
})

test('published rules can be neither changed nor taken away', async () => {
  await seedCampaign(db)

  await expect(db.$executeRaw`update rules_text set sections = '[]'`).rejects.toThrow('append-only')
  await expect(db.$executeRaw`update rules_version set number = 7`).rejects.toThrow('append-only')
  await expect(db.$executeRaw`delete from rules_text`).rejects.toThrow('append-only')
})

test('the first admin is invited once, and nobody who is known is changed', async () => {
  await seedAdmin(db, 'First@Example.org')
  await seedAdmin(db, 'first@example.org')
  await db.staffUser.create({ data: { email: 'reader@example.org', role: 'reviewer' } })

  await seedAdmin(db, 'reader@example.org')

  const people = await db.staffUser.findMany({ orderBy: { email: 'asc' }, select: { email: true, role: true } })
  expect(people).toStrictEqual([
    { email: 'first@example.org', role: 'admin' },
    { email: 'reader@example.org', role: 'reviewer' },
  ])
  expect(await db.auditEvent.count({ where: { action: 'staff.invited' } })).toBe(1)
})

test('when no admin is left, the one in the environment is let in again', async () => {
  await seedAdmin(db, 'only@example.org')
  await db.$executeRaw`alter table staff_user disable trigger staff_user_last_admin`
  await db.staffUser.updateMany({ data: { removedAt: new Date() } })
  await db.$executeRaw`alter table staff_user enable trigger staff_user_last_admin`

  await seedAdmin(db, 'only@example.org')

  expect(await db.staffUser.findMany({ where: { role: 'admin', removedAt: null }, select: { email: true } })).toStrictEqual([
    { email: 'only@example.org' },
  ])
})
