import { formAge } from '#app/_forms/age.ts'
import { unlessAnswering } from '#app/_forms/reading.ts'
import { clientAddress } from '#app/_site/request.ts'
import { deriveKey } from '#lib/foundation/ids.ts'
import { defaultLocale, localeOf } from '#lib/i18n/locales.ts'
import { draftToSend } from '#lib/submissions/to-send.ts'
import { draftToken } from '../draft-cookie.ts'
import { leadOn } from '../open-step.ts'
import { sendStory } from './actions.ts'
import { CheckForm } from './form.tsx'
import { sendFormOf } from './pace.ts'
import { newRiddle } from './proof.ts'

export const metadata = { robots: { index: false } }

export default async function CheckPage({ params, searchParams }: PageProps<'/[locale]/share/check'>) {
  const locale = localeOf((await params).locale) ?? defaultLocale
  const [token, client] = await Promise.all([draftToken(), clientAddress()])
  const read = await unlessAnswering(() => draftToSend(token, client))
  const draft = read?.draft ?? null
  if (read) await leadOn('check', locale, draft, () => read.terms)
  const sendKey = token ? deriveKey(token, 'send') : ''
  return (
    <CheckForm
      locale={locale}
      action={sendStory.bind(null, locale)}
      sendKey={sendKey}
      rulesHash={read?.terms.rules.hash ?? null}
      mine={(await searchParams).mine === '1'}
      age={formAge(sendFormOf(sendKey))}
      riddle={read?.isPressed ? await newRiddle(sendKey) : null}
      answers={draft?.answers ?? null}
      times={read && { opensAt: read.terms.opensAt, closesAt: read.terms.closesAt }}
    />
  )
}
