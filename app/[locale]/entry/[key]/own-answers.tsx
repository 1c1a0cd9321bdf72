import { Said } from '#components/submissions/said.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Ltr } from '#components/ui/ltr.tsx'
import { SummaryList, type SummaryRow } from '#components/ui/summary-list.tsx'
import { countryName, languageName } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { othersShownAnswers, themes, tools } from '#lib/submissions/schema.ts'
import { editFields } from '#lib/submissions/steps/edit.ts'
import type { OwnEntry } from '#lib/submissions/views.ts'

type Props = { readonly locale: Locale; readonly entry: OwnEntry }

/** What a storyteller told us with their entry, with a way to change each answer while it can be changed. */
export function OwnAnswers({ locale, entry, editHref }: Props & { readonly editHref: string | null }) {
  const t = translator(locale, 'share')
  const othersShown = othersShownAnswers.find((answer) => answer === entry.othersShown)
  const answers = {
    postUrl: (
      <a href={entry.post.url} rel="noreferrer">
        <Ltr>{entry.post.url}</Ltr>
      </a>
    ),
    postText: entry.post.text && <Said>{entry.post.text}</Said>,
    story: <Said lang={entry.storyLanguage}>{entry.story}</Said>,
    storyLanguage: languageName(locale, entry.storyLanguage),
    themes: list(themes.filter((theme) => entry.themes.includes(theme)).map((theme) => t(`story.theme.${theme}`))),
    tools: list(tools.filter((tool) => entry.tools.includes(tool)).map((tool) => t(`story.tool.${tool}`))),
    othersShown: othersShown && t(`story.other.${othersShown}`),
    country: countryName(locale, entry.country),
    displayName: <bdi>{entry.displayName}</bdi>,
    anonymous: t(entry.anonymous ? 'check.anonymousYes' : 'check.anonymousNo'),
    email: <Ltr>{entry.maskedEmail}</Ltr>,
  }
  const changeOf = (name: keyof typeof answers) => {
    const field = editFields.find((known) => known === name)
    return editHref && field ? { change: { href: `${editHref}#${field}`, word: t('change'), what: t(`check.what.${field}`) } } : {}
  }
  const names = Object.keys(answers) as (keyof typeof answers)[]
  const rows = names.flatMap((name): SummaryRow[] =>
    answers[name] ? [{ key: name, term: t(`check.row.${name}`), value: answers[name], ...changeOf(name) }] : [],
  )
  return <SummaryList rows={rows} />
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

const others = [
  ['rules', 'rules'],
  ['reading', 'reading'],
  ['show-post', 'showPost'],
  ['publish-name', 'publishName'],
  ['news', 'news'],
] as const

/** What a storyteller has permitted, each on its own, and where that is changed. */
export function OwnPermissions({ locale, entry: { permissions }, href }: Props & { readonly href: string }) {
  const t = translator(locale, 'entry')
  const film = permissions.film === 'yes' ? 'filmYes' : permissions.film === 'ask' ? 'filmAsk' : 'filmNo'
  const rows = others.map(([purpose, key]) => ({
    key,
    term: t(`permission.${key}`),
    value: t(permissions[purpose] === 'yes' ? 'permission.given' : 'permission.notGiven'),
  }))
  return (
    <>
      <SummaryList
        rows={[...rows.slice(0, 2), { key: 'film', term: t('permission.film'), value: t(`permission.${film}`) }, ...rows.slice(2)]}
      />
      <p>
        <ButtonLink look="line" small href={href}>
          {t('permit.change')}
        </ButtonLink>
      </p>
    </>
  )
}
