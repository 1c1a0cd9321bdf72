import { requireStaff } from '#app/_auth/session.ts'
import { FileDesk } from '#components/stories-desk/file-desk.tsx'
import { FileList } from '#components/stories-desk/file-list.tsx'
import { Upload } from '#components/stories-desk/upload.tsx'
import { translator } from '#lib/i18n/translator.ts'
import { may } from '#lib/staff/permissions.ts'
import { storyOnDesk } from '#lib/stories/editing/queries.ts'
import { staffLocale } from '../../../language.ts'
import { Missing } from '../../../missing.tsx'
import { StoryDesk } from '../../desk.tsx'
import { takeFileOut } from './actions.ts'

/** The film files and the poster of one story. */
export default async function FilesPage({ params, searchParams }: PageProps<'/staff/stories/[id]/files'>) {
  const actor = await requireStaff()
  const [locale, { id }, query] = await Promise.all([staffLocale(), params, searchParams])
  const story = may(actor, 'story.edit') ? await storyOnDesk(actor, id) : null
  if (!story) return <Missing locale={locale} actor={actor} />
  const t = translator(locale, 'storyDesk')
  return (
    <StoryDesk
      locale={locale}
      actor={actor}
      back={{ href: `/staff/stories/${id}`, words: t('backStory') }}
      heading={t('files.heading')}
      query={query}
    >
      {story.filmId ? (
        <>
          <title>{t('pageTitle', { page: t('files.heading') })}</title>
          <FileList locale={locale} story={story} />
        </>
      ) : (
        <>
          <FileDesk locale={locale} storyId={id} head={story.head} files={story.content.film.files} action={takeFileOut} />
          <Upload locale={locale} storyId={id} />
        </>
      )}
    </StoryDesk>
  )
}
