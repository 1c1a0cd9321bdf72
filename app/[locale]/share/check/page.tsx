import { unlessAnswering } from '#app/_forms/reading.ts'
import { AnswerList } from '#components/submissions/answers.tsx'
import { currentRules } from '#lib/campaign/queries.ts'
import { deriveKey } from '#lib/foundation/ids.ts'
import { defaultLocale, localeOf } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { draftToken } from '../draft-cookie.ts'
import { openStep } from '../open-step.ts'
import { sendStory } from './actions.ts'
import { CheckForm } from './form.tsx'

export const metadata = { robots: { index: false } }

export default async function CheckPage({ params }: PageProps<'/[locale]/share/check'>) {
  const locale = localeOf((await params).locale) ?? defaultLocale
  const draft = await openStep('check', locale)
  const token = await draftToken()
  const rules = await unlessAnswering(() => currentRules(locale))
  return (
    <CheckForm
      locale={locale}
      action={sendStory.bind(null, locale)}
      sendKey={token ? deriveKey(token, 'send') : ''}
      rulesHash={rules?.hash ?? null}
    >
      {draft ? <AnswerList locale={locale} answers={draft.answers} /> : <p>{translator(locale, 'share')('check.unread')}</p>}
    </CheckForm>
  )
}
