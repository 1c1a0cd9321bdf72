import { KeptWhole } from '#components/stories/kept-whole.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { entryWindow } from '#lib/campaign/policy.ts'
import type { CampaignView } from '#lib/campaign/schema.ts'
import { amount } from '#lib/i18n/format.ts'
import { type Locale, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

type Props = { readonly locale: Locale; readonly campaign: CampaignView; readonly now: Date }

/** Asks who has watched for their own story, while entries are open. */
export function YourStory({ locale, campaign, now }: Props) {
  if (entryWindow(campaign, now) !== 'open') return null
  const t = translator(locale, 'stories')
  const { hashtag } = campaign
  const pool = `${amount(locale, campaign.poolUnits)} ${campaign.poolCurrency}`
  return (
    <section className="section" aria-labelledby="yours">
      <div className="wrap flow">
        <h2 id="yours">{t('you.heading')}</h2>
        <p className="lead">
          <KeptWhole text={t('you.text', { hashtag, pool })} pieces={[hashtag, pool]} />
        </p>
        <p>
          <ButtonLink href={localPath(locale, '/share')}>{t('you.share')}</ButtonLink>
        </p>
      </div>
    </section>
  )
}
