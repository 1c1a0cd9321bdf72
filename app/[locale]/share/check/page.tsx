import { formAge } from '#app/_forms/age.ts'
import { unlessAnswering } from '#app/_forms/reading.ts'
import { clientAddress } from '#app/_site/request.ts'
import { AnswerList } from '#components/submissions/answers.tsx'
import { PostTimeNote } from '#components/submissions/post-time-note.tsx'
import { currentCampaign, currentRules } from '#lib/campaign/queries.ts'
import { db } from '#lib/foundation/db.ts'
import { deriveKey } from '#lib/foundation/ids.ts'
import { defaultLocale, localeOf } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { isPressed } from '#lib/limits/pressure.ts'
import { draftToken } from '../draft-cookie.ts'
import { openStep } from '../open-step.ts'
import { sendStory } from './actions.ts'
import { CheckForm } from './form.tsx'
import { sendFormOf } from './pace.ts'
import { newRiddle } from './proof.ts'

export const metadata = { robots: { index: false } }

export default async function CheckPage({ params, searchParams }: PageProps<'/[locale]/share/check'>) {
  const locale = localeOf((await params).locale) ?? defaultLocale
  const draft = await openStep('check', locale)
  const token = await draftToken()
  const sendKey = token ? deriveKey(token, 'send') : ''
  const [rules, campaign, riddle] = await Promise.all([
    unlessAnswering(() => currentRules(locale)),
    unlessAnswering(currentCampaign),
    unlessAnswering(() => riddleFor(sendKey)),
  ])
  return (
    <CheckForm
      locale={locale}
      action={sendStory.bind(null, locale)}
      sendKey={sendKey}
      rulesHash={rules?.hash ?? null}
      mine={(await searchParams).mine === '1'}
      age={formAge(sendFormOf(sendKey))}
      riddle={riddle}
    >
      <PostTimeNote locale={locale} postUrl={draft?.answers.post?.postUrl} campaign={campaign} />
      {draft ? <AnswerList locale={locale} answers={draft.answers} /> : <p>{translator(locale, 'share')('check.unread')}</p>}
    </CheckForm>
  )
}

async function riddleFor(sendKey: string): Promise<string | null> {
  return (await isPressed(db, await clientAddress())) ? newRiddle(sendKey) : null
}
