import { formAge } from '#app/_forms/age.ts'
import { unlessAnswering } from '#app/_forms/reading.ts'
import { valuesOf } from '#app/_forms/state.ts'
import { currentCampaign } from '#lib/campaign/queries.ts'
import { defaultLocale, localeOf } from '#lib/i18n/locales.ts'
import { isChange, openStep } from '../open-step.ts'
import { savePost } from './actions.ts'
import { PostForm } from './form.tsx'
import { PostHelp } from './help.tsx'

export const metadata = { robots: { index: false } }

export default async function PostPage({ params, searchParams }: PageProps<'/[locale]/share/post'>) {
  const locale = localeOf((await params).locale) ?? defaultLocale
  const draft = await openStep('post', locale)
  const campaign = await unlessAnswering(currentCampaign)
  const help = <PostHelp locale={locale} hashtag={campaign?.hashtag ?? null} />
  return (
    <PostForm
      locale={locale}
      action={savePost.bind(null, locale)}
      values={valuesOf(draft?.answers.post)}
      change={isChange(await searchParams)}
      age={formAge('share.post')}
      help={help}
    />
  )
}
