import type { CampaignView } from '#lib/campaign/schema.ts'
import { dateTime, longDate } from '#lib/i18n/format.ts'
import { type Locale, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { outsideWindow } from '#lib/submissions/post-time.ts'

type Props = Readonly<{ locale: Locale; postUrl: string | undefined; campaign: Pick<CampaignView, 'opensAt' | 'closesAt'> | null }>

/** Says kindly that a post seems to be from another time than the campaign's, and what can be done. Refuses nothing. */
export function PostTimeNote({ locale, postUrl, campaign }: Props) {
  const outside = postUrl && campaign ? outsideWindow(postUrl, campaign) : null
  if (!outside || !campaign) return null
  const t = translator(locale, 'share')
  const values = {
    posted: dateTime(locale, outside.postedAt),
    opens: longDate(locale, campaign.opensAt),
    closes: campaign.closesAt ? longDate(locale, campaign.closesAt) : '',
  }
  return (
    <div className="note note--warn flow flow--2">
      <p>
        <b>{t(outside.place === 'before' ? 'postTime.early' : 'postTime.late', values)}</b>
      </p>
      <p>{t.rich('postTime.still', { change: (words) => <a href={`${localPath(locale, '/share/post?change=1')}#postUrl`}>{words}</a> })}</p>
    </div>
  )
}
