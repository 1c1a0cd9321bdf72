import type { SummaryRow } from '#components/ui/summary-list.tsx'
import { type Locale, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { PermissionsAnswers } from '#lib/submissions/schema.ts'

const boxes = [
  ['acceptRules', 'rules'],
  ['permitReading', 'reading'],
  ['showPost', 'showPost'],
  ['publishName', 'publishName'],
  ['news', 'news'],
] as const
const film = { yes: 'filmYes', ask: 'filmAsk', no: 'filmNo' } as const

type Options = { readonly locale: Locale; readonly isFinal?: boolean }

/** What was agreed to and what not, in the words that were shown. */
export function permissionRows(given: PermissionsAnswers, { locale, isFinal }: Options): readonly SummaryRow[] {
  const t = translator(locale, 'share')
  const words = (agreed: boolean) => boxes.filter(([name]) => given[name] === agreed).map(([, key]) => t(`permissions.${key}`))
  const change = (field: string, what: string) =>
    isFinal ? {} : { change: { href: localPath(locale, `/share/permissions?change=1#${field}`), word: t('change'), what } }
  const list = (items: readonly string[]) => (
    <ul className="plain">
      {(items.length > 0 ? items : [t('check.none')]).map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  )
  return [
    { key: 'agreed', term: t('check.agreed'), value: list(words(true)), ...change('acceptRules', t('check.what.agreed')) },
    { key: 'film', term: t('check.filmRow'), value: t(`permissions.${film[given.film]}`), ...change('film', t('check.what.film')) },
    { key: 'notAgreed', term: t('check.notAgreed'), value: list(words(false)), ...change('showPost', t('check.what.notAgreed')) },
  ]
}
