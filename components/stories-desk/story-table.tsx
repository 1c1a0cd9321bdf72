import { TableRegion } from '#components/ui/table-region.tsx'
import { dateTime, languageName } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { languageParts } from '#lib/stories/editing/content.ts'
import type { DeskLine, DeskState } from '#lib/stories/editing/views.ts'
import { lackWords } from './problems.ts'

type Props = Readonly<{ locale: Locale; stories: readonly DeskLine[]; timeZone: string }>

/** Every story by week, with what keeps it from going live and what each language lacks. */
export function StoryTable({ locale, stories, timeZone }: Props) {
  const t = translator(locale, 'storyDesk')
  return (
    <TableRegion labelledBy="stories">
      <table>
        <caption id="stories" className="vh">
          {t('caption')}
        </caption>
        <thead>
          <tr>
            <th scope="col" aria-sort="ascending">
              {t('column.week')}
            </th>
            <th scope="col">{t('column.story')}</th>
            <th scope="col">{t('column.state')}</th>
            <th scope="col">{t('column.release')}</th>
            <th scope="col">{t('column.missing')}</th>
            <th scope="col">{t('column.languages')}</th>
          </tr>
        </thead>
        <tbody>
          {stories.map((story) => (
            <Row key={story.id} {...{ locale, story, timeZone }} />
          ))}
        </tbody>
      </table>
    </TableRegion>
  )
}

function Row({ locale, story, timeZone }: Readonly<{ locale: Locale; story: DeskLine; timeZone: string }>) {
  const t = translator(locale, 'storyDesk')
  const missing = story.missing.map(({ lack, locale: language }) => lackWords(locale, lack, language))
  return (
    <tr>
      <td>{story.week}</td>
      <th scope="row">
        <a href={`/staff/stories/${story.id}`}>{story.title ? <bdi lang="en">{story.title}</bdi> : t('untitled')}</a>
        <span className="story-sub">
          <bdi dir="ltr">/stories/{story.slug}</bdi>
        </span>
      </th>
      <td>
        <StateBadge locale={locale} state={story.state} />
        {story.hasNews && <span className="story-sub">{t('news')}</span>}
      </td>
      <td className="staff-when">
        {story.releaseAt && <time dateTime={story.releaseAt.toISOString()}>{dateTime(locale, story.releaseAt, timeZone)}</time>}
      </td>
      <td>{missing.length > 0 ? missing.join(t('comma')) : t('complete')}</td>
      <td>
        <Languages locale={locale} story={story} />
      </td>
    </tr>
  )
}

function Languages({ locale, story }: Readonly<{ locale: Locale; story: DeskLine }>) {
  const t = translator(locale, 'storyDesk')
  const open = story.languages.flatMap(({ locale: language, parts }) => {
    const lacking = languageParts.filter((part) => parts[part] !== 'there')
    const words = lacking.map((part) => t('of', { what: t(`part.${part}`), language: t(`partState.${parts[part]}`) }))
    return words.length > 0 ? [{ language, words: words.join(t('comma')) }] : []
  })
  if (open.length === 0) return t('complete')
  return open.map(({ language, words }) => (
    <span key={language} className="story-sub">
      <b>{languageName(locale, language)}:</b> {words}
    </span>
  ))
}

const looks = { draft: 'mute', scheduled: 'told', out: 'ok', unpublished: 'warn' } as const satisfies Record<DeskState, string>

/** How a story stands, in a word. */
export function StateBadge({ locale, state }: Readonly<{ locale: Locale; state: DeskState }>) {
  return <span className={`badge badge--${looks[state]}`}>{translator(locale, 'storyDesk')(`state.${state}`)}</span>
}
