import type { Stoppable } from '#lib/campaign/stoppables.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

/** Says on every staff page what is stopped for now. */
export function StopBanner({ locale, stopped, maySee }: Readonly<{ locale: Locale; stopped: readonly Stoppable[]; maySee: boolean }>) {
  if (stopped.length === 0) return null
  const t = translator(locale, 'campaignDesk')
  const what = stopped.map((one) => t(`stops.${one}`)).join(translator(locale, 'staff')('comma'))
  return (
    <p className="note note--warn">
      <b>{t('stops.banner', { what })}</b> {maySee && <a href="/staff/campaign">{t('stops.see')}</a>}
    </p>
  )
}
