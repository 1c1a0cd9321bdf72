import { Time } from '#components/staff/time.tsx'
import { TableRegion } from '#components/ui/table-region.tsx'
import { dateLabel } from '#lib/history/dates.ts'
import { noWords } from '#lib/history/editing/content.ts'
import type { DeskClaim } from '#lib/history/editing/views.ts'
import { cleanUrl } from '#lib/history/sources.ts'
import { languageName, longDate } from '#lib/i18n/format.ts'
import { defaultLocale, direction, type Locale, locales } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { ruleWords } from './problems.ts'

type Props = Readonly<{ locale: Locale; claim: DeskClaim }>

/** The words in each language, side by side with whether they are complete. */
export function Languages({ locale, claim }: Props) {
  const t = translator(locale, 'historyDesk')
  return (
    <section className="card flow" aria-labelledby="words-heading">
      <h2 id="words-heading">{t('words.heading')}</h2>
      <TableRegion labelledBy="words">
        <table>
          <caption id="words" className="vh">
            {t('words.caption')}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('words.language')}</th>
              <th scope="col">{t('words.title')}</th>
              <th scope="col">{t('words.record')}</th>
            </tr>
          </thead>
          <tbody>
            {locales.map((language) => (
              <LanguageRow key={language} {...{ locale, claim, language }} />
            ))}
          </tbody>
        </table>
      </TableRegion>
    </section>
  )
}

function LanguageRow({ locale, claim: { id, content, untranslated }, language }: Props & Readonly<{ language: Locale }>) {
  const t = translator(locale, 'historyDesk')
  const { title, record } = content.words[language] ?? noWords
  const isWhole = language === defaultLocale ? Boolean(title && record) : Boolean(record) && !untranslated.includes(language)
  const own = { lang: language, dir: direction(language) } as const
  return (
    <tr>
      <th scope="row">
        <a href={`/staff/history/${id}/words/${language}`}>
          {languageName(locale, language)}
          <span className="vh">: {t('words.edit', { language: languageName(locale, language) })}</span>
        </a>
        <span className="story-sub">{t(isWhole ? 'words.complete' : 'words.lacks')}</span>
      </th>
      <td {...own}>{title}</td>
      <td {...own}>{record}</td>
    </tr>
  )
}

/** Dates, figures and who answers for the entry. */
export function EntryFacts({ locale, claim: { id, content } }: Props) {
  const t = translator(locale, 'historyDesk')
  const { corrected, claimed, reviewedBy, checkedOn, figures } = content.facts
  const rows = [
    { term: t('facts.corrected'), value: corrected && dateLabel(locale, corrected) },
    { term: t('facts.claimed'), value: claimed && dateLabel(locale, claimed) },
    { term: t('facts.reviewedBy'), value: reviewedBy },
    { term: t('facts.checkedOn'), value: checkedOn && longDate(locale, new Date(checkedOn)) },
  ]
  return (
    <section className="card flow" aria-labelledby="facts-heading">
      <h2 id="facts-heading">{t('facts.heading')}</h2>
      <dl className="sum">
        {rows.map(({ term, value }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value ? <bdi>{value}</bdi> : '–'}</dd>
          </div>
        ))}
        {figures.map(({ label, value, unit }) => (
          <div key={label}>
            <dt lang="en">{label}</dt>
            <dd>
              <bdi dir="ltr">
                {value} {unit}
              </bdi>
            </dd>
          </div>
        ))}
      </dl>
      <p>
        <a href={`/staff/history/${id}/facts`}>{t('facts.edit')}</a>
      </p>
    </section>
  )
}

/** Every source, also those for staff only. */
export function EntrySources({ locale, claim: { id, content } }: Props) {
  const t = translator(locale, 'historyDesk')
  const comma = translator(locale, 'history')('comma')
  return (
    <section className="card flow" aria-labelledby="sources-heading">
      <h2 id="sources-heading">{t('sources.heading')}</h2>
      {content.sources.length === 0 && <p>{t('sources.none')}</p>}
      <ul className="list">
        {content.sources.map(({ id: key, title, publisher, url, publicLink, tier }) => (
          <li key={key}>
            <SourceName title={title} url={url} />
            {comma}
            <bdi>{publisher}</bdi>
            <span className="story-sub">{t(`sources.tiers.${tier}`) + comma + t(publicLink ? 'sources.public' : 'sources.staff')}</span>
          </li>
        ))}
      </ul>
      <p>
        <a href={`/staff/history/${id}/sources`}>{t('sources.edit')}</a>
      </p>
    </section>
  )
}

function SourceName({ title, url }: Readonly<{ title: string; url: string | null }>) {
  const address = url === null ? null : cleanUrl(url)
  if (address === null) return <bdi>{title}</bdi>
  return (
    <a href={address} rel="noopener noreferrer nofollow">
      <bdi>{title}</bdi>
    </a>
  )
}

/** What keeps the entry from visitors, and what is against the rules of the history. */
export function Lacking({ locale, claim: { standing, lacks, faults } }: Props) {
  const t = translator(locale, 'historyDesk')
  const groups = [
    { heading: t('entry.faultsHeading'), rules: faults },
    { heading: t('entry.lacksHeading'), rules: standing === 'shown' ? [] : lacks },
  ].filter(({ rules }) => rules.length > 0)
  return groups.map(({ heading, rules }) => (
    <section key={heading} className="card flow">
      <h2>{heading}</h2>
      <ul className="list">
        {rules.map((rule) => (
          <li key={rule}>{ruleWords(locale, rule)}</li>
        ))}
      </ul>
    </section>
  ))
}

/** The changes of the entry, newest first. */
export function Changes({ locale, claim: { id, revisions } }: Props) {
  const t = translator(locale, 'historyDesk')
  return (
    <section className="card flow" aria-labelledby="changes-heading">
      <h2 id="changes-heading">{t('revisions.heading')}</h2>
      {revisions.length === 0 ? (
        <p>{t('revisions.none')}</p>
      ) : (
        <TableRegion labelledBy="changes">
          <table>
            <caption id="changes" className="vh">
              {t('revisions.caption')}
            </caption>
            <thead>
              <tr>
                <th scope="col">{t('revisions.number')}</th>
                <th scope="col">{t('revisions.what')}</th>
                <th scope="col">{t('revisions.reason')}</th>
                <th scope="col">{t('revisions.who')}</th>
                <th scope="col">{t('revisions.when')} (UTC)</th>
              </tr>
            </thead>
            <tbody>
              {revisions.map(({ number, part, reason, who, at, told }) => (
                <tr key={number}>
                  <th scope="row">
                    <a href={`/staff/history/${id}/revisions/${number}`}>{t('revisions.view', { number: String(number) })}</a>
                  </th>
                  <td>
                    {t(`revisions.part.${part}`)}
                    {told && <span className="story-sub">{t('revisions.told')}</span>}
                  </td>
                  <td dir="auto">{reason}</td>
                  <td>
                    <bdi>{who}</bdi>
                  </td>
                  <td className="staff-when">
                    <Time locale={locale} at={at} withYear />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
      )}
    </section>
  )
}
