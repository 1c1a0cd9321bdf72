import { TableRegion } from '#components/ui/table-region.tsx'
import { languageName, wholeNumber } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { themes as knownThemes } from '#lib/submissions/schema.ts'

type Total = Readonly<{ key: string; count: number | null }>
type Props = Readonly<{
  locale: Locale
  themes: readonly Total[]
  languages: Readonly<{ named: readonly Total[]; others: number | null | 'none' }>
}>

/** How many stories of each theme and language took part. Small groups are not counted out. */
export function Spread({ locale, themes, languages }: Props) {
  const t = translator(locale, 'results')
  const share = translator(locale, 'staff')
  const byTheme = knownThemes.flatMap((theme) => {
    const total = themes.find(({ key }) => key === theme)
    return total ? [{ label: share(`theme.${theme}`), count: total.count }] : []
  })
  const byLanguage = languages.named.map(({ key, count }) => ({ label: languageName(locale, key), count }))
  const others = languages.others === 'none' ? [] : [{ label: t('otherLanguages'), count: languages.others }]
  return (
    <>
      <p>{t('spreadText')}</p>
      <Totals locale={locale} id="themes" caption={t('themes')} head={t('theme')} lines={byTheme} />
      <Totals locale={locale} id="languages" caption={t('languages')} head={t('language')} lines={[...byLanguage, ...others]} />
    </>
  )
}

type TotalsProps = Readonly<{
  locale: Locale
  id: string
  caption: string
  head: string
  lines: readonly Readonly<{ label: string; count: number | null }>[]
}>

function Totals({ locale, id, caption, head, lines }: TotalsProps) {
  const t = translator(locale, 'results')
  if (lines.length === 0) return null
  return (
    <TableRegion labelledBy={id}>
      <table>
        <caption id={id}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col" className="num">
              {t('stories')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ label, count }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td className="num">{count === null ? t('fewer') : wholeNumber(locale, count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  )
}
