import { requireStaff } from '#app/_auth/session.ts'
import { Checks } from '#components/stories-desk/checks.tsx'
import { FileList } from '#components/stories-desk/file-list.tsx'
import { LanguageTable } from '#components/stories-desk/language-table.tsx'
import { ReleaseCard } from '#components/stories-desk/release-card.tsx'
import { RevisionTable } from '#components/stories-desk/revision-table.tsx'
import { SectionForm } from '#components/stories-desk/section-form.tsx'
import { StateBadge } from '#components/stories-desk/story-table.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { currentCampaign } from '#lib/campaign/queries.ts'
import { wallTime } from '#lib/campaign/zoned.ts'
import { translator } from '#lib/i18n/translator.ts'
import { may } from '#lib/staff/permissions.ts'
import { storyOnDesk } from '#lib/stories/editing/queries.ts'
import { staffLocale } from '../../language.ts'
import { Missing } from '../../missing.tsx'
import { saveFacts } from '../actions.ts'
import { StoryDesk } from '../desk.tsx'
import { factFields, factValues } from '../fields.ts'

/** One story: its facts, words, tracks, files, release and versions. */
export default async function StoryPage({ params, searchParams }: PageProps<'/staff/stories/[id]'>) {
  const actor = await requireStaff()
  const [locale, { id }, query] = await Promise.all([staffLocale(), params, searchParams])
  const story = may(actor, 'story.edit') ? await storyOnDesk(actor, id) : null
  if (!story) return <Missing locale={locale} actor={actor} />
  const { timeZone } = await currentCampaign()
  const t = translator(locale, 'storyDesk')
  const title = story.content.texts.en?.title
  const beside = (
    <ButtonLink look="line" href={`/staff/stories/${id}/preview`}>
      <Icon name="eye" /> {t('preview.link')}
    </ButtonLink>
  )
  return (
    <StoryDesk
      locale={locale}
      actor={actor}
      back={{ href: '/staff/stories', words: t('back') }}
      heading={t('editHeading')}
      beside={beside}
      query={query}
    >
      <p className="staff-head">
        {title && (
          <b lang="en" dir="auto">
            {title}
          </b>
        )}
        <StateBadge locale={locale} state={story.state} />
        <span className="muted">{t('version', { number: String(story.head) })}</span>
      </p>
      <div className="review story-desk">
        <div className="flow">
          <SectionForm
            locale={locale}
            page={t('editHeading')}
            heading={t('facts.heading')}
            fields={factFields(locale)}
            values={factValues(story.content.facts)}
            hidden={{ story: id, base: String(story.head) }}
            button={t('facts.save')}
            autosave
            action={saveFacts}
          />
          <LanguageTable locale={locale} story={story} />
          <ReleaseCard
            locale={locale}
            story={story}
            timeZone={timeZone}
            wall={story.releaseAt ? wallTime(story.releaseAt, timeZone) : ''}
          />
          <RevisionTable locale={locale} story={story} />
        </div>
        <div className="flow">
          <FileList locale={locale} story={story} />
          <Checks locale={locale} story={story} />
        </div>
      </div>
    </StoryDesk>
  )
}
