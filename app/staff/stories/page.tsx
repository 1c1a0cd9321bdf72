import { requireStaff } from '#app/_auth/session.ts'
import { StoryTable } from '#components/stories-desk/story-table.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { currentCampaign } from '#lib/campaign/queries.ts'
import { translator } from '#lib/i18n/translator.ts'
import { may } from '#lib/staff/permissions.ts'
import { storiesOnDesk } from '#lib/stories/editing/queries.ts'
import { staffLocale } from '../language.ts'
import { Missing } from '../missing.tsx'
import { StoryDesk } from './desk.tsx'

/** Every story by week: how it stands, and what it lacks. */
export default async function StoriesPage({ searchParams }: PageProps<'/staff/stories'>) {
  const actor = await requireStaff()
  const [locale, query] = await Promise.all([staffLocale(), searchParams])
  if (!may(actor, 'story.edit')) return <Missing locale={locale} actor={actor} />
  const [stories, campaign] = await Promise.all([storiesOnDesk(actor), currentCampaign()])
  const t = translator(locale, 'storyDesk')
  const make = <ButtonLink href="/staff/stories/new">{t('make')}</ButtonLink>
  return (
    <StoryDesk locale={locale} actor={actor} back={null} heading={t('heading')} beside={make} query={query}>
      <title>{t('pageTitle', { page: t('heading') })}</title>
      <p>{t('lead')}</p>
      {stories.length > 0 ? (
        <StoryTable locale={locale} stories={stories} timeZone={campaign.timeZone} />
      ) : (
        <div className="empty">
          <h2>{t('none')}</h2>
          <p>{t('noneText')}</p>
        </div>
      )}
    </StoryDesk>
  )
}
