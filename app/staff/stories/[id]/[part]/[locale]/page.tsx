import { requireStaff } from '#app/_auth/session.ts'
import { LinesForm } from '#components/stories-desk/lines-form.tsx'
import { OfFilm } from '#components/stories-desk/of-film.tsx'
import { SectionForm } from '#components/stories-desk/section-form.tsx'
import { TrackForm } from '#components/stories-desk/track-form.tsx'
import { languageName } from '#lib/i18n/format.ts'
import { defaultLocale, type Locale, localeOf } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { may } from '#lib/staff/permissions.ts'
import { parseTrack } from '#lib/stories/captions.ts'
import { captionHints } from '#lib/stories/editing/checks.ts'
import { type LanguagePart, languageParts } from '#lib/stories/editing/content.ts'
import { plainPart } from '#lib/stories/editing/parts.ts'
import { storyOnDesk } from '#lib/stories/editing/queries.ts'
import type { DeskStory } from '#lib/stories/editing/views.ts'
import { staffLocale } from '../../../../language.ts'
import { Missing } from '../../../../missing.tsx'
import { StoryDesk } from '../../../desk.tsx'
import { wordFields, wordValues } from '../../../fields.ts'
import { saveTrack, saveWords } from './actions.ts'

/** One part of a story in one language, beside the English. */
export default async function PartPage({ params, searchParams }: PageProps<'/staff/stories/[id]/[part]/[locale]'>) {
  const actor = await requireStaff()
  const [locale, { id, part: name, locale: tag }, query] = await Promise.all([staffLocale(), params, searchParams])
  const [part, language] = [languageParts.find((one) => one === name), localeOf(tag)]
  const story = part && language && may(actor, 'story.edit') ? await storyOnDesk(actor, id) : null
  if (!part || !language || !story) return <Missing locale={locale} actor={actor} />
  const t = translator(locale, 'storyDesk')
  const heading = t('track.heading', { part: t(`part.${part}`), language: languageName(locale, language) })
  return (
    <StoryDesk locale={locale} actor={actor} back={{ href: `/staff/stories/${id}`, words: t('backStory') }} heading={heading} query={query}>
      {story.filmId && part !== 'text' ? (
        <FilmPart {...{ locale, story, part, language, heading, filmId: story.filmId }} />
      ) : (
        <PartForm {...{ locale, story, part, language, heading }} />
      )}
    </StoryDesk>
  )
}

type Props = Readonly<{ locale: Locale; story: DeskStory; part: LanguagePart; language: Locale; heading: string }>

/** A part that the film gives: to be read here, and changed with the film. */
function FilmPart({ locale, story, part, language, heading, filmId }: Props & Readonly<{ filmId: string }>) {
  const words = plainPart(story.content, { part, locale: language })
  return (
    <>
      <title>{translator(locale, 'storyDesk')('pageTitle', { page: heading })}</title>
      <OfFilm locale={locale} filmId={filmId} />
      {words && (
        <div className="card story-diff" lang={language} dir="auto">
          {words}
        </div>
      )}
    </>
  )
}

function PartForm({ locale, story: { id, head, content }, part, language, heading }: Props) {
  const t = translator(locale, 'storyDesk')
  const hidden = { story: id, base: String(head), part, locale: language }
  const about = { locale, page: heading, hidden }
  const isEnglish = language === defaultLocale
  if (part === 'text') {
    const fields = wordFields(locale, content, language)
    const values = wordValues(content, language)
    return (
      <SectionForm
        {...about}
        heading={t('words.about')}
        fields={fields}
        values={values}
        button={t('words.save')}
        autosave
        action={saveWords}
      />
    )
  }
  if (part === 'transcript') {
    const lines = content.transcripts[language]?.lines ?? []
    const english = isEnglish ? null : (content.transcripts[defaultLocale]?.lines ?? [])
    return <LinesForm {...about} heading={t('lines.heading')} lines={lines} english={english} action={saveWords} />
  }
  const body = content[part][language]?.body ?? ''
  const { cues } = parseTrack(body)
  const hints = part === 'captions' ? captionHints(cues, content.film.durationSeconds) : []
  const english = isEnglish ? null : (content[part][defaultLocale]?.body ?? null)
  return <TrackForm {...about} heading={heading} body={body} cues={cues.length} hints={hints} english={english} action={saveTrack} />
}
