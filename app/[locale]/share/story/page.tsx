import { formAge } from '#app/_forms/age.ts'
import { unlessAnswering } from '#app/_forms/reading.ts'
import { valuesOf } from '#app/_forms/state.ts'
import { PostTimeNote } from '#components/submissions/post-time-note.tsx'
import { currentCampaign } from '#lib/campaign/queries.ts'
import { defaultLocale, localeOf } from '#lib/i18n/locales.ts'
import { isChange, openStep } from '../open-step.ts'
import { saveStory } from './actions.ts'
import { StoryForm } from './form.tsx'

export const metadata = { robots: { index: false } }

export default async function StoryPage({ params, searchParams }: PageProps<'/[locale]/share/story'>) {
  const locale = localeOf((await params).locale) ?? defaultLocale
  const draft = await openStep('story', locale)
  const campaign = await unlessAnswering(currentCampaign)
  return (
    <StoryForm
      locale={locale}
      action={saveStory.bind(null, locale)}
      values={valuesOf(draft?.answers.story)}
      change={isChange(await searchParams)}
      age={formAge('share.story')}
      notice={<PostTimeNote locale={locale} postUrl={draft?.answers.post?.postUrl} campaign={campaign} />}
    />
  )
}
