import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { StaffActor } from '#lib/staff/actor.ts'

/** Tells an admin without a second factor what that means here, on every page. */
export function FactorBanner({ locale, actor }: Readonly<{ locale: Locale; actor: StaffActor }>) {
  const without = actor.withoutSecondFactor
  if (!without) return null
  const t = translator(locale, 'people')
  return (
    <p className={without === 'withheld' ? 'note note--warn' : 'note note--info small'}>
      {t(`banner.${without}`)} <a href="/staff/second-factor">{t('banner.setUp')}</a>
    </p>
  )
}
