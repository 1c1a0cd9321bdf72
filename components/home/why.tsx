import { PICTURES } from '#lib/art/pictures.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

const reasons = [
  { key: 'challenge', picture: PICTURES.reason1 },
  { key: 'opportunity', picture: PICTURES.reason2 },
  { key: 'family', picture: PICTURES.reason3 },
] as const

/** Why there is a series at all, and three themes of it. */
export function Why({ locale }: { readonly locale: Locale }) {
  const t = translator(locale, 'home')
  return (
    <section className="section" aria-labelledby="why">
      <div className="wrap why">
        <div className="flow">
          <h2 id="why" className="vh">
            {t('why.heading')}
          </h2>
          <p className="say">{t('why.say')}</p>
          <p className="lead">{t('why.text')}</p>
        </div>
        <ul className="reasons reasons--col">
          {reasons.map(({ key, picture }) => (
            <li key={key}>
              <img className="reasons__art" src={picture.src} width={72} height={72} alt="" loading="lazy" />
              {t(`why.${key}`)}
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
