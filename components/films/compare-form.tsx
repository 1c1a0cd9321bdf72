import { Time } from '#components/staff/time.tsx'
import { Button } from '#components/ui/button.tsx'
import type { FilmRevisionLine } from '#lib/films/views.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

type Props = Readonly<{
  locale: Locale
  id: string
  number: number
  other: number
  /** The version on the desk. */
  head: number
  /** What a version can be compared with, the newest first. */
  revisions: readonly FilmRevisionLine[]
}>

/** Chooses what a version is compared with. */
export function CompareForm({ locale, id, number, other, head, revisions }: Props) {
  const t = translator(locale, 'filmDesk')
  const numbers = [...new Set([...revisions.map((revision) => revision.number), other])].filter((one) => one !== number)
  if (numbers.length === 0) return null
  return (
    <form className="bar film-compare" action={`/staff/films/${id}/revisions/${number}`} method="get">
      <div className="field">
        <label className="l" htmlFor="with">
          {t('revisions.with', { number: String(number) })}
        </label>
        <select className="input" id="with" name="with" defaultValue={String(other)}>
          {numbers.map((one) => (
            <option key={one} value={String(one)}>
              {t(one === head ? 'revisions.present' : 'revisions.view', { number: String(one) })}
            </option>
          ))}
        </select>
      </div>
      <Button look="line">{t('revisions.compare')}</Button>
    </form>
  )
}

/** Who saved a version, when, and how. */
export function RevisionLine({ locale, line }: Readonly<{ locale: Locale; line: FilmRevisionLine }>) {
  const t = translator(locale, 'filmDesk')
  const { number, kind, restoredFrom, who, at, problems } = line
  return (
    <li>
      <b>{t('revisions.view', { number: String(number) })}</b>: {t(`revisions.kind.${kind}`, { from: String(restoredFrom ?? '') })}
      {t('comma')}
      <bdi>{who}</bdi>
      {t('comma')}
      <Time locale={locale} at={at} withYear /> UTC{t('comma')}
      {t('revisions.problems', { count: problems })}
    </li>
  )
}
