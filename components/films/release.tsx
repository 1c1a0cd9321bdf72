import type { FilmFormState } from '#lib/films/form.ts'
import type { FilmDesk } from '#lib/films/views.ts'
import { dateTime } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { Lacks } from './pack.tsx'
import { PublishForm } from './publish-form.tsx'
import { StepForm } from './step-form.tsx'

type Action = (state: FilmFormState, form: FormData) => Promise<FilmFormState>
type Props = Readonly<{
  locale: Locale
  page: string
  film: Pick<FilmDesk, 'id' | 'publication' | 'standing' | 'stopped' | 'missing'>
  timeZone: string
  publish: Action
  unschedule: Action
}>

/** When the film is public, or what keeps it from being so. A date can be taken back here; what is out is taken back with its story. */
export function Release({ locale, page, film, timeZone, publish, unschedule }: Props) {
  const t = translator(locale, 'filmDesk')
  const { publication, standing } = film
  const out = publication?.releaseAt && !publication.unpublishedAt ? publication.releaseAt : null
  const times = out && { at: dateTime(locale, out, timeZone), utc: dateTime(locale, out) }
  const isPublic = standing.step === 'published'
  return (
    <section className="card flow" aria-labelledby="release">
      <h2 id="release">{t('publish.heading')}</h2>
      {times && <p>{t(isPublic ? 'publish.out' : 'publish.scheduled', times)}</p>}
      {publication && (
        <p>
          <a href={`/staff/stories/${publication.id}`}>{t('publish.story')}</a>
        </p>
      )}
      {publication && isPublic && (
        <p>
          {t('publish.outText')} <a href={`/staff/stories/${publication.id}/release?step=unpublish`}>{t('publish.takeBack')}</a>
        </p>
      )}
      {!out && <Lacks locale={locale} film={film} />}
      {out && !isPublic && (
        <StepForm {...{ locale, page }} hidden={{ film: film.id }} button={t('publish.unschedule')} look="line" action={unschedule} />
      )}
      {!out && !film.stopped && <PublishForm {...{ locale, page, timeZone }} hidden={{ film: film.id }} action={publish} />}
    </section>
  )
}
