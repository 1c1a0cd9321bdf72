import { requireStaff } from '#app/_auth/session.ts'
import { NotFound } from '#app/_site/not-found.tsx'
import { StoryBody } from '#app/[locale]/stories/[slug]/story-body.tsx'
import { PreviewBar } from '#components/stories-desk/preview-bar.tsx'
import { now } from '#lib/foundation/clock.ts'
import { defaultLocale, localeOf } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { mediaAddress } from '#lib/media/names.ts'
import { may } from '#lib/staff/permissions.ts'
import { previewOf, storyOnDesk, storyRevision } from '#lib/stories/editing/queries.ts'

/** A version of a story exactly as its page will be, for staff. */
export default async function PreviewPage({ params, searchParams }: PageProps<'/staff/stories/[id]/preview/[locale]'>) {
  const actor = await requireStaff()
  const [{ id, locale: tag }, query] = await Promise.all([params, searchParams])
  const locale = localeOf(tag) ?? defaultLocale
  const desk = may(actor, 'story.edit') ? await storyOnDesk(actor, id) : null
  const number = Number([query.n].flat()[0] ?? desk?.head ?? 0)
  const content = desk ? await storyRevision(actor, id, number) : null
  if (!desk || !content || !localeOf(tag)) return <NotFound locale={locale} />
  const view = await previewOf(actor, content, { locale, releaseAt: desk.releaseAt ?? now() })
  const t = translator(locale, 'storyDesk')
  const here = `/staff/stories/${id}`
  const inStore = mediaAddress('')
  const story = view && {
    ...view,
    files: view.files.map((file) => (file.path.startsWith(inStore) ? { ...file, path: here + file.path } : file)),
    preview: { tracks: `${here}/tracks`, number },
  }
  return (
    <>
      <title>{t('pageTitle', { page: t('preview.link') })}</title>
      <PreviewBar locale={locale} storyId={id} number={number} inEnglish={story !== null && story.lang !== locale} />
      {story ? <StoryBody locale={locale} story={story} /> : <p className="wrap section">{t('preview.empty')}</p>}
    </>
  )
}
