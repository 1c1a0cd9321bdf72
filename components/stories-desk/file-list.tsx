import { ButtonLink } from '#components/ui/button.tsx'
import { wholeNumber } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { DeskFile } from '#lib/stories/editing/content.ts'
import type { DeskStory } from '#lib/stories/editing/views.ts'
import { clockTime } from '#lib/stories/times.ts'
import { OfFilm } from './of-film.tsx'

/** Where staff get a file of a story, out or not. */
export function staffAddress(storyId: string, path: string): string {
  return path.startsWith('/media/') ? `/staff/stories/${storyId}${path}` : path
}

/** "Film, wide, MP4". */
export function fileName(locale: Locale, file: DeskFile): string {
  const t = translator(locale, 'storyDesk')
  const type = file.mediaType.split('/')[1]?.split('+')[0]?.toUpperCase() ?? ''
  return [t(`files.${file.role}`), ...(file.role === 'film' ? [t(`files.${file.shape}`)] : []), type].join(t('comma'))
}

/** One file in a line: what it is, and how large. */
export function FileFacts({ locale, file }: Readonly<{ locale: Locale; file: DeskFile }>) {
  const t = translator(locale, 'storyDesk')
  const megabytes = file.bytes < 1_000_000 ? (file.bytes / 1_000_000).toFixed(2) : wholeNumber(locale, Math.round(file.bytes / 1_000_000))
  return (
    <span>
      <b>{fileName(locale, file)}</b>
      <span className="story-sub">{t('files.size', { width: String(file.width), height: String(file.height), megabytes })}</span>
    </span>
  )
}

/** The film and its poster, as they stand on the desk. */
export function FileList({ locale, story }: Readonly<{ locale: Locale; story: DeskStory }>) {
  const t = translator(locale, 'storyDesk')
  const { files, durationSeconds } = story.content.film
  const poster = files.find(({ role }) => role === 'poster')
  return (
    <section className="card flow" aria-labelledby="files">
      <h2 id="files">{t('files.heading')}</h2>
      {poster && (
        <img
          className="story-poster"
          src={staffAddress(story.id, poster.path)}
          width={poster.width}
          height={poster.height}
          alt={story.content.texts.en?.pictureText ?? ''}
          lang="en"
        />
      )}
      {files.length > 0 ? (
        <ul className="plain flow">
          {files.map((file) => (
            <li key={file.path}>
              <FileFacts locale={locale} file={file} />
            </li>
          ))}
        </ul>
      ) : (
        <p>{t('files.none')}</p>
      )}
      {durationSeconds > 0 && <p>{t('files.length', { time: clockTime(durationSeconds) })}</p>}
      {story.filmId ? (
        <OfFilm locale={locale} filmId={story.filmId} />
      ) : (
        <p>
          <ButtonLink look="line" href={`/staff/stories/${story.id}/files`}>
            {t('files.upload')}
          </ButtonLink>
        </p>
      )}
    </section>
  )
}
