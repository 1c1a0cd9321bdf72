import { beforeEach, expect, test } from 'vitest'
import { startDraft } from '#lib/submissions/draft.ts'
import { openCampaign, sampleAnswers } from '#tests/factories/submissions.ts'
import { asFormPost } from '#tests/support/request.ts'

// After the request's surroundings, which it looks for when it loads.
const { openStep } = await import('#app/[locale]/share/open-step.ts')

beforeEach(openCampaign)

test('who comes from the first page without a cookie is told so; who was never there, or lost a draft later, begins', async () => {
  const from = (referer: string, cookies = {}) => asFormPost(cookies, () => openStep('post', 'es'), referer ? { referer } : {})
  const { token } = await startDraft({ locale: 'en', share: sampleAnswers().share })
  const start = 'https://sample.example/es/share'

  const led = [
    from(start),
    from(`${start}?cookie=none`),
    from(''),
    from(`${start}/story`),
    from('no address'),
    from(start, { 'hob-draft': token }),
  ]

  expect((await Promise.all(led)).map(({ redirect }) => redirect)).toEqual([
    '/es/share?cookie=none',
    '/es/share?cookie=none',
    ...Array(3).fill('/es/share'),
    null,
  ])
})
