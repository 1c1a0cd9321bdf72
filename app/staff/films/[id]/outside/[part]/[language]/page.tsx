import { requireStaff } from '#app/_auth/session.ts'
import { LinesForm } from '#components/stories-desk/lines-form.tsx'
import { TrackForm } from '#components/stories-desk/track-form.tsx'
import { seenOf } from '#lib/films/commands/tracks.ts'
import { filmDesk } from '#lib/films/queries.ts'
import type { OutsideTrack } from '#lib/films/views.ts'
import { languageName } from '#lib/i18n/format.ts'
import { defaultLocale, localeOf } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { may } from '#lib/staff/permissions.ts'
import { parseTrack } from '#lib/stories/captions.ts'
import { captionHints } from '#lib/stories/editing/checks.ts'
import { staffLocale } from '../../../../../language.ts'
import { Missing } from '../../../../../missing.tsx'
import { FilmPage } from '../../../../desk.tsx'
import { saveCaptions, saveTranscript } from './actions.ts'

const parts = ['captions', 'transcript'] as const

/** Captions or transcript of a film made elsewhere, in one language, beside the English. */
export default async function OutsidePage({ params, searchParams }: PageProps<'/staff/films/[id]/outside/[part]/[language]'>) {
  const actor = await requireStaff()
  const [locale, { id, part: name, language: tag }, query] = await Promise.all([staffLocale(), params, searchParams])
  const [part, language] = [parts.find((one) => one === name), localeOf(tag)]
  const film = part && language && may(actor, 'film.edit') ? await filmDesk(actor, id) : null
  if (!part || !language || !film?.outside) return <Missing locale={locale} actor={actor} />
  const t = translator(locale, 'filmDesk')
  const page = t('of', { what: t(`outside.${part}`), language: languageName(locale, language) })
  const { tracks, seconds } = film.outside
  const [own, english] = [trackIn(tracks, language), language === defaultLocale ? null : trackIn(tracks, defaultLocale)]
  const about = { locale, page, heading: page, hidden: { film: id, locale: language, base: seenOf(own[part]) } }
  const { cues } = parseTrack(own.captions)
  return (
    <FilmPage locale={locale} actor={actor} film={film} part="steps" page={page} query={query}>
      <div className="flow">
        {part === 'captions' ? (
          <TrackForm
            {...about}
            {...{ body: own.captions, cues: cues.length, hints: captionHints(cues, seconds) }}
            english={english?.captions ?? null}
            action={saveCaptions}
          />
        ) : (
          <LinesForm {...about} lines={own.transcript} english={english?.transcript ?? null} autosave={false} action={saveTranscript} />
        )}
        <p>
          <a href={`/staff/films/${id}/steps#pack`}>{t('tabs.steps')}</a>
        </p>
      </div>
    </FilmPage>
  )
}

function trackIn(tracks: readonly OutsideTrack[], language: string): OutsideTrack {
  return tracks.find((one) => one.language === language) ?? { language, captions: '', transcript: [] }
}
