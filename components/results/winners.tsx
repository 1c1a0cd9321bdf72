import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

type Props = Readonly<{ locale: Locale; names: readonly string[]; withheld: number }>

/** Who was selected: names that may be shown, and how many are not. */
export function Winners({ locale, names, withheld }: Props) {
  const t = translator(locale, 'results')
  if (names.length + withheld === 0) return <p>{t('nobody')}</p>
  // Two people may have chosen the same name.
  const numbered = names.map((name, index) => ({ name, key: `${index} ${name}` }))
  return (
    <ul className="results-names">
      {numbered.map(({ name, key }) => (
        <li key={key}>
          <bdi>{name}</bdi>
        </li>
      ))}
      {withheld > 0 && <li className="muted">{withheld === 1 ? t('withheld') : t('withheldCount', { count: withheld })}</li>}
    </ul>
  )
}
