import { redirect } from 'next/navigation'
import { requireStaff } from '#app/_auth/session.ts'
import { may } from '#lib/staff/permissions.ts'
import { storyOnDesk } from '#lib/stories/editing/queries.ts'
import { staffLocale } from '../../../language.ts'
import { Missing } from '../../../missing.tsx'

/** Leads to the preview in the language of whoever asks. */
export default async function PreviewWay({ params }: PageProps<'/staff/stories/[id]/preview'>) {
  const actor = await requireStaff()
  const [locale, { id }] = await Promise.all([staffLocale(), params])
  const story = may(actor, 'story.edit') ? await storyOnDesk(actor, id) : null
  if (!story) return <Missing locale={locale} actor={actor} />
  redirect(`/staff/stories/${id}/preview/${locale}`)
}
