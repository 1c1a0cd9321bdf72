import { renderToStaticMarkup } from 'react-dom/server'
import { beforeEach, expect, test } from 'vitest'
import { fresh } from '#app/_forms/state.ts'
import { db } from '#lib/foundation/db.ts'
import { locales, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { newContinueUrl } from '#lib/submissions/continue-links.ts'
import { draftOf, startDraft } from '#lib/submissions/draft.ts'
import { openCampaign, sampleAnswers } from '#tests/factories/submissions.ts'
import { asFormPost } from '#tests/support/request.ts'

// After the request's surroundings, which they look for when they load.
const { openDraft } = await import('#app/[locale]/share/continue/[token]/actions.ts')
const { default: OpenPage } = await import('#app/[locale]/share/continue/[token]/page.tsx')
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

test.each(locales)('a mailed link that was pressed in a browser without cookies says that nothing is lost: %s', async (locale) => {
  const { token: first } = await startDraft({ locale, share: sampleAnswers().share })
  const id = (await draftOf(first))?.id ?? ''
  const draft = { id, expiresAt: new Date(Date.now() + 86_400_000) }
  const { url } = await db.$transaction((tx) => newContinueUrl(tx, draft, { locale, at: new Date() }))
  const link = url.split('/').at(-1) ?? ''
  const form = new FormData()
  for (const [name, value] of Object.entries({ link, page: 'sample page' })) form.set(name, value)

  const pressed = await asFormPost({}, () => openDraft(locale, fresh(), form))
  const to = new URL(pressed.redirect ?? '', 'https://sample.example')
  const open = (cookies: Readonly<Record<string, string>>) =>
    asFormPost(cookies, () =>
      OpenPage({ params: Promise.resolve({ locale, token: link }), searchParams: Promise.resolve(Object.fromEntries(to.searchParams)) }),
    )

  expect(to.pathname).toBe(localPath(locale, `/share/continue/${link}`))
  expect((await open(Object.fromEntries(pressed.cookies))).redirect).toBe(localPath(locale, '/share/post'))
  const t = translator(locale, 'share')
  expect(renderToStaticMarkup((await open({})).value)).toContain(t('continueLink.ended.noCookie.text'))
  to.search = ''
  expect(renderToStaticMarkup((await open({})).value)).toContain(t('continueLink.ended.used.text'))
})
