import { amount } from '#lib/i18n/format.ts'
import { type Locale, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

type Props = { readonly locale: Locale; readonly poolUnits: bigint; readonly poolCurrency: string }

/** The pool, as large as it is. */
export function Prize({ locale, poolUnits, poolCurrency }: Props) {
  const t = translator(locale, 'home')
  return (
    <section className="prize night" aria-labelledby="prize">
      <div className="prize__cloth" />
      <div className="wrap section">
        <div className="prize__in">
          <h2 id="prize" className="prize__num">
            <span className="vh">{t('prize.label')} </span>
            <bdi>
              {amount(locale, poolUnits)} <small>{poolCurrency}</small>
            </bdi>
          </h2>
          <p className="lead">
            {t('prize.text')} <a href={localPath(locale, '/rules')}>{t('prize.link')}</a>
          </p>
        </div>
      </div>
    </section>
  )
}
