import { ButtonLink } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Ltr, marks } from '#components/ui/ltr.tsx'
import { amount, dateTime } from '#lib/i18n/format.ts'
import { type Locale, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

type IntroProps = Readonly<{
  locale: Locale
  hashtag: string
  goOn: string | null /** No entries are taken for now. */
  isStopped: boolean
}>

/** What somebody reads before they begin. */
export function Intro({ locale, hashtag, goOn, isStopped }: IntroProps) {
  const t = translator(locale, 'share')
  const rich = { ...marks, hashtag }
  return (
    <>
      <h1>{t('start.title')}</h1>
      <p className="lead">{t.rich('start.lead', rich)}</p>
      {isStopped && <p className="note note--warn">{t('start.stopped')}</p>}
      {goOn && <p className="note note--info">{t.rich('start.keptNote', { on: (words) => <a href={goOn}>{words}</a> })}</p>}
      <h2 className="heading-500">{t('start.need')}</h2>
      <ul className="list">
        <li>{t.rich('start.needPost', rich)}</li>
        <li>{t('start.needMail')}</li>
      </ul>
      <h2 className="heading-500">{t('start.before')}</h2>
      <ul className="list">
        <li>{t('start.beforeAge')}</li>
        <li>{t('start.beforeKept')}</li>
        <li>{t('start.beforeFree')}</li>
      </ul>
      <p className="note note--warn">{t.rich('start.safety', marks)}</p>
      <div className="btns">
        <ButtonLink href="#start">
          {t('start.now')} <Icon name="arrow" turns />
        </ButtonLink>
        <a href={localPath(locale, '/entry')}>{t('start.already')}</a>
      </div>
      <p className="muted small">{t.rich('start.notPosted', { how: (words) => <a href={`${localPath(locale, '/')}#how`}>{words}</a> })}</p>
    </>
  )
}

type Prize = { readonly locale: Locale; readonly poolUnits: bigint; readonly currency: string; readonly closesAt: Date | null }

/** What there is to win and until when. */
export function PrizeCard({ locale, poolUnits, currency, closesAt }: Prize) {
  const t = translator(locale, 'share')
  return (
    <aside className="card card--art" aria-label={t('start.about')}>
      <div className="card__cloth" />
      <div className="flow flow--4 card__txt">
        <p className="prize__num prize__num--card">
          <Ltr>
            {amount(locale, poolUnits)} <small>{currency}</small>
          </Ltr>
        </p>
        <p>{t('start.shared')}</p>
        <p className="small muted">
          {closesAt ? t('start.closes', { date: dateTime(locale, closesAt) }) : t('start.closesUnknown')}{' '}
          <a href={localPath(locale, '/rules')}>{t('start.rules')}</a>
        </p>
      </div>
    </aside>
  )
}
