import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

/** Says which keys there are, and turns them off. Hidden until the module that listens to them runs. */
export function KeysSwitch({ locale, keys, module }: Readonly<{ locale: Locale; keys: 'list' | 'form'; module: string }>) {
  const t = translator(locale, 'review')
  return (
    <section className="keys" aria-labelledby="keys" hidden data-keys>
      <h2 id="keys" className="vh">
        {t('keys.heading')}
      </h2>
      <p className="small muted">{t(`keys.${keys}`)}</p>
      <p className="small keys__switch">
        <span role="status" data-keys-state data-on={t('keys.on')} data-off={t('keys.off')} />{' '}
        <button className="btn btn--plain btn--sm" type="button" data-keys-switch data-on={t('keys.turnOff')} data-off={t('keys.turnOn')} />
      </p>
      <script type="module" src={module} />
    </section>
  )
}
