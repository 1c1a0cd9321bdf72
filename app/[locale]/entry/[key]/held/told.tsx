import { Said } from '#components/submissions/said.tsx'
import { Ltr } from '#components/ui/ltr.tsx'
import { SummaryList, type SummaryRow } from '#components/ui/summary-list.tsx'
import { countryName, dateTime, languageName } from '#lib/i18n/format.ts'
import { type Locale, localeNames, localeOf } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { EverythingHeld } from '#lib/submissions/held.ts'
import { binanceUserAnswers, othersShownAnswers, themes, tools } from '#lib/submissions/schema.ts'

type Props = { readonly locale: Locale; readonly held: EverythingHeld }

function rowsOf(rows: readonly (readonly [key: string, term: string, value: React.ReactNode])[], none: string): readonly SummaryRow[] {
  return rows.map(([key, term, value]) => ({ key, term, value: value || <span className="muted">{none}</span> }))
}

/** The entry with everything in it, nothing shortened. */
export function Told({ locale, held: { entry } }: Props) {
  const [t, share] = [translator(locale, 'entry'), translator(locale, 'share')]
  const at = (iso: string) => dateTime(locale, new Date(iso))
  const mailLanguage = localeOf(entry.mailLanguage)
  const rows = [
    ['status', t('held.status'), `${t(`status.${entry.status}`)} (${t('since', { date: at(entry.statusSince) })})`],
    ['submitted', t('held.submitted'), at(entry.submittedAt)],
    ['displayName', share('check.row.displayName'), <bdi key="name">{entry.displayName}</bdi>],
    ['anonymous', share('check.row.anonymous'), share(entry.anonymous ? 'check.anonymousYes' : 'check.anonymousNo')],
    ['email', share('check.row.email'), <Ltr key="email">{entry.email}</Ltr>],
    ['mailLanguage', share('check.row.mailLanguage'), mailLanguage && localeNames[mailLanguage]],
    ['phrase', share('check.row.phrase'), entry.phrase && <bdi>{entry.phrase}</bdi>],
    ['needs', share('check.row.needs'), entry.needs && <Said>{entry.needs}</Said>],
    ['country', share('check.row.country'), countryName(locale, entry.country)],
    ['postUrl', share('check.row.postUrl'), <Ltr key="post">{entry.post.link}</Ltr>],
    ['knownAs', t('held.knownAs'), <Ltr key="known">{entry.post.knownAs}</Ltr>],
    ['postedAt', t('held.postedAt'), entry.post.postedAt && at(entry.post.postedAt)],
    ['postText', share('check.row.postText'), entry.post.words && <Said>{entry.post.words}</Said>],
    [
      'story',
      share('check.row.story'),
      <Said key="story" lang={entry.storyLanguage}>
        {entry.story}
      </Said>,
    ],
    ['storyLanguage', share('check.row.storyLanguage'), languageName(locale, entry.storyLanguage)],
  ] as const
  return <SummaryList rows={rowsOf(rows, share('check.notGiven'))} />
}

/** The answers to the questions of the form. */
export function Survey({ locale, held: { survey } }: Props) {
  const [t, share] = [translator(locale, 'entry'), translator(locale, 'share')]
  if (!survey) return <p>{t('held.none')}</p>
  const binanceUser = binanceUserAnswers.find((answer) => answer === survey.binanceUser)
  const othersShown = othersShownAnswers.find((answer) => answer === survey.othersShown)
  const rows = [
    ['adult', t('held.adult'), share(survey.adult ? 'who.yes' : 'who.no')],
    ['affiliated', share('check.row.affiliated'), share(survey.affiliated ? 'who.yes' : 'who.no')],
    ['region', t('held.region'), t(survey.region === 'story-only' ? 'held.regionStoryOnly' : 'held.regionOpen')],
    ['binanceUser', share('check.row.binanceUser'), binanceUser && share(`who.${binanceUser}`)],
    [
      'themes',
      share('check.row.themes'),
      list(themes.filter((one) => survey.themes.includes(one)).map((one) => share(`story.theme.${one}`))),
    ],
    ['tools', share('check.row.tools'), list(tools.filter((one) => survey.tools.includes(one)).map((one) => share(`story.tool.${one}`)))],
    ['othersShown', share('check.row.othersShown'), othersShown && share(`story.other.${othersShown}`)],
  ] as const
  return <SummaryList rows={rowsOf(rows, share('check.notGiven'))} />
}

function list(words: readonly string[]) {
  if (words.length === 0) return null
  return (
    <ul className="plain">
      {words.map((word) => (
        <li key={word}>{word}</li>
      ))}
    </ul>
  )
}
