import { requireStaff } from '#app/_auth/session.ts'
import { SectionForm } from '#components/stories-desk/section-form.tsx'
import { translator } from '#lib/i18n/translator.ts'
import { may } from '#lib/staff/permissions.ts'
import { storiesOnDesk } from '#lib/stories/editing/queries.ts'
import { staffLocale } from '../../language.ts'
import { Missing } from '../../missing.tsx'
import { saveFacts } from '../actions.ts'
import { StoryDesk } from '../desk.tsx'
import { factFields } from '../fields.ts'

/** Begins a story. */
export default async function NewStoryPage() {
  const actor = await requireStaff()
  const locale = await staffLocale()
  if (!may(actor, 'story.edit')) return <Missing locale={locale} actor={actor} />
  const t = translator(locale, 'storyDesk')
  const weeks = (await storiesOnDesk(actor)).map(({ week }) => week)
  return (
    <StoryDesk locale={locale} actor={actor} back={{ href: '/staff/stories', words: t('back') }} heading={t('newHeading')} query={{}}>
      <SectionForm
        locale={locale}
        page={t('newHeading')}
        heading={t('facts.heading')}
        fields={factFields(locale)}
        values={{ week: String(Math.max(0, ...weeks) + 1), kind: 'illustrative', theme: 'learning', language: 'en' }}
        hidden={{}}
        button={t('facts.begin')}
        autosave={false}
        action={saveFacts}
      />
    </StoryDesk>
  )
}
