import { beforeAll, expect, test } from 'vitest'
import { currentRules, rulesVersion, rulesVersions } from '#lib/campaign/queries.ts'
import { campaignId } from '#lib/campaign/schema.ts'
import { db } from '#lib/foundation/db.ts'
import { rulesHash, seedCampaign, seededRules } from '#prisma/seed/campaign.ts'

const shorter = seededRules.en.slice(0, 2)
const publishedAt = new Date('2025-10-01T00:00:00Z')

beforeAll(async () => {
  await seedCampaign(db)
  await db.rulesVersion.create({ data: { campaignId, number: 2, publishedAt, hash: rulesHash(shorter) } })
  await db.rulesText.create({ data: { campaignId, number: 2, locale: 'en', sections: structuredClone(shorter) } })
})

test('an earlier version stays readable when a later one holds', async () => {
  expect(await currentRules('es')).toMatchObject({ number: 2 })
  expect(await rulesVersion(1, 'es')).toMatchObject({ number: 1, locale: 'es', hash: rulesHash(seededRules.en), sections: seededRules.es })
})

test('a version without a translation is given in English and says so', async () => {
  expect(await rulesVersion(2, 'ar')).toMatchObject({ number: 2, locale: 'en', publishedAt, sections: shorter })
})

test('a version that was never published is nothing', async () => {
  expect(await rulesVersion(3, 'en')).toBeNull()
})

test('versions are listed from the latest to the first', async () => {
  const versions = await rulesVersions()
  expect(versions.map(({ number }) => number)).toEqual([2, 1])
  expect(versions[0]?.publishedAt).toEqual(publishedAt)
})
