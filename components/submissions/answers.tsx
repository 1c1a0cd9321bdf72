import type { ReactNode } from 'react'
import { Ltr } from '#components/ui/ltr.tsx'
import { SummaryList, type SummaryRow } from '#components/ui/summary-list.tsx'
import { countryName, languageName } from '#lib/i18n/format.ts'
import { type Locale, localeNames, localPath } from '#lib/i18n/locales.ts'
import { type Translator, translator } from '#lib/i18n/translator.ts'
import type { Answers, DraftAnswers, FieldName, Step } from '#lib/submissions/schema.ts'
import { permissionRows } from './permission-rows.tsx'
import { Said } from './said.tsx'

type Words = Translator<'share'>
type RowName = Exclude<FieldName, keyof Answers['permissions']>
type Row = { readonly name: RowName; readonly value: ReactNode }
type Rows = { readonly [S in Exclude<Step, 'permissions'>]: (answers: Answers[S], locale: Locale, t: Words) => readonly Row[] }

const rows: Rows = {
  share: ({ country, adult, affiliated, binanceUser }, locale, t) => [
    { name: 'country', value: countryName(locale, country) },
    { name: 'adult', value: t(`who.${adult}`) },
    { name: 'affiliated', value: t(`who.${affiliated}`) },
    { name: 'binanceUser', value: t(`who.${binanceUser}`) },
  ],
  post: ({ postUrl, postText }) => [
    { name: 'postUrl', value: <Ltr>{postUrl}</Ltr> },
    { name: 'postText', value: postText && <Said>{postText}</Said> },
  ],
  story: (answers, locale, t) => [
    { name: 'story', value: <Said lang={answers.storyLanguage}>{answers.story}</Said> },
    { name: 'storyLanguage', value: languageName(locale, answers.storyLanguage) },
    { name: 'themes', value: lines(answers.themes.map((theme) => t(`story.theme.${theme}`))) },
    { name: 'tools', value: lines(answers.tools.map((tool) => t(`story.tool.${tool}`))) },
    { name: 'othersShown', value: t(`story.other.${answers.othersShown}`) },
  ],
  you: (answers, _locale, t) => [
    { name: 'displayName', value: <bdi>{answers.displayName}</bdi> },
    { name: 'anonymous', value: t(answers.anonymous ? 'check.anonymousYes' : 'check.anonymousNo') },
    { name: 'email', value: <Ltr>{answers.email}</Ltr> },
    { name: 'mailLanguage', value: localeNames[answers.mailLanguage] },
    { name: 'phrase', value: answers.phrase && <bdi>{answers.phrase}</bdi> },
    { name: 'needs', value: answers.needs && <Said>{answers.needs}</Said> },
  ],
}

function lines(words: readonly string[]): ReactNode {
  if (words.length === 0) return null
  return (
    <ul className="plain">
      {words.map((word) => (
        <li key={word}>{word}</li>
      ))}
    </ul>
  )
}

function rowsOf<S extends keyof Rows>(step: S, { answers, locale, isFinal }: Props): readonly SummaryRow[] {
  const given = answers[step]
  if (!given) return []
  const t = translator(locale, 'share')
  return rows[step](given as Answers[S], locale, t).map(({ name, value }) => ({
    key: name,
    term: t(`check.row.${name}`),
    value: value || <span className="muted">{t('check.notGiven')}</span>,
    ...(isFinal ? {} : { change: { href: changePath(locale, step, name), word: t('change'), what: t(`check.what.${name}`) } }),
  }))
}

/** Opens a step to change one answer; the page of all answers follows. */
export function changePath(locale: Locale, step: Step, field: string): string {
  return localPath(locale, `${step === 'share' ? '/share' : `/share/${step}`}?change=1#${field}`)
}

type Props = {
  readonly locale: Locale
  readonly answers: DraftAnswers
  /** Nothing of it can be changed any more. */
  readonly isFinal?: boolean
}

/** Every answer of a draft, in the order it was asked for. */
export function AnswerList(props: Props) {
  const { permissions } = props.answers
  return (
    <SummaryList
      rows={[
        ...rowsOf('share', props),
        ...rowsOf('post', props),
        ...rowsOf('story', props),
        ...rowsOf('you', props),
        ...(permissions ? permissionRows(permissions, props) : []),
      ]}
    />
  )
}
