import { AnswerList } from '#components/submissions/answers.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import type { CampaignView } from '#lib/campaign/schema.ts'
import { dateTime } from '#lib/i18n/format.ts'
import { type Locale, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { DraftView } from '#lib/submissions/draft.ts'

type Props = {
  readonly locale: Locale
  readonly campaign: CampaignView
  readonly window: 'before' | 'closed'
  readonly draft: DraftView | null
}

/** What stands in place of the form while no entries are taken; what somebody wrote and did not send is shown, so that it is not lost. */
export function Shut({ locale, campaign, window, draft }: Props) {
  const t = translator(locale, 'share')
  const isClosed = window === 'closed'
  const title = t(isClosed ? 'closed.title' : 'notOpen.title')
  const text = isClosed
    ? t('closed.text', { date: campaign.closesAt ? dateTime(locale, campaign.closesAt) : '' })
    : t('notOpen.text', { date: dateTime(locale, campaign.opensAt) })
  return (
    <div className="wrap page flow flow--5">
      <title>{t('pageTitle', { title })}</title>
      <h1>{title}</h1>
      <p className="lead">{text}</p>
      <div className="btns">
        <ButtonLink href={localPath(locale, '/stories')}>{t('closed.watch')}</ButtonLink>
        {isClosed && (
          <ButtonLink look="line" href={localPath(locale, '/entry')}>
            {t('closed.check')}
          </ButtonLink>
        )}
      </div>
      {draft && (
        <section className="narrow flow flow--4" aria-labelledby="unsent">
          <h2 className="heading-500" id="unsent">
            {t('closed.answers')}
          </h2>
          <AnswerList locale={locale} answers={draft.answers} isFinal />
        </section>
      )}
    </div>
  )
}
