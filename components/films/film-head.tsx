import { Fingerprint } from '#components/staff/fingerprint.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Ltr } from '#components/ui/ltr.tsx'
import type { FilmDesk } from '#lib/films/views.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

/** Which film this is, where it stands, and whether it is stopped. */
export function FilmHead({ locale, film }: Readonly<{ locale: Locale; film: FilmDesk }>) {
  const t = translator(locale, 'filmDesk')
  const { reference, script, standing, stopped, version } = film
  return (
    <>
      <div className="staff-head">
        <Fingerprint reference={reference} />
        <div>
          <h1>
            <bdi>{script.title}</bdi>
          </h1>
          <p className="muted">
            <Ltr>{reference}</Ltr> · {t('version', { number: String(version) })}
          </p>
        </div>
        <span className="badge badge--told">{t(`step.${standing.step}`)}</span>
        {!stopped && <span className="muted">{t(`waits.${standing.waitsFor}`)}</span>}
      </div>
      {stopped && (
        <p className="note note--warn note--wide film-stop">
          <Icon name="flag" /> <b>{t('stopped')}</b> <span>{t(`stoppedReason.${stopped.why}`)}</span>
          {stopped.reason && <bdi>{stopped.reason}</bdi>}
        </p>
      )}
    </>
  )
}
