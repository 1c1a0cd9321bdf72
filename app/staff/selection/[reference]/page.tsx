import { requireStaff } from '#app/_auth/session.ts'
import { DecisionBadge } from '#components/selection/decision-badge.tsx'
import { DecisionForm } from '#components/selection/decision-form.tsx'
import { Reviews } from '#components/selection/reviews.tsx'
import { Fingerprint } from '#components/staff/fingerprint.tsx'
import { Reference } from '#components/submissions/reference.tsx'
import { Said } from '#components/submissions/said.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { dateTime, wholeNumber } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { candidateInFull } from '#lib/review/selection/candidate.ts'
import { readLabFilters } from '#lib/review/selection/filters.ts'
import { reviewsNeeded } from '#lib/review/selection/schema.ts'
import type { CandidateInFull } from '#lib/review/selection/views.ts'
import { may } from '#lib/staff/permissions.ts'
import { Desk } from '../../desk.tsx'
import { staffLocale } from '../../language.ts'
import { Missing } from '../../missing.tsx'
import { decideEntry } from './actions.ts'

export default async function CandidatePage({ params, searchParams }: PageProps<'/staff/selection/[reference]'>) {
  const actor = await requireStaff()
  const [locale, { reference }, query] = await Promise.all([staffLocale(), params, searchParams])
  const { places } = readLabFilters(query)
  const found = may(actor, 'selection.see') ? await candidateInFull(actor, { typed: decodeURIComponent(reference), places, locale }) : null
  if (!found) return <Missing locale={locale} actor={actor} />
  const { candidate } = found
  const t = translator(locale, 'selection')
  const { decision } = candidate
  const stored = {
    outcome: decision?.outcome ?? '',
    place: decision?.reserveOrder ? String(decision.reserveOrder) : '',
    reasons: candidate.reasons,
    note: candidate.note ?? '',
    seen: candidate.seen,
  }
  return (
    <Desk locale={locale} actor={actor} current="selection">
      <Head locale={locale} candidate={candidate} places={places} />
      {[query.done].flat()[0] === '1' && (
        <p className="note note--info" role="status">
          {t('one.done')}
        </p>
      )}
      <Standing locale={locale} candidate={candidate} />
      <section className="flow" aria-labelledby="reviews">
        <h2 id="reviews">{t('one.reviewsHeading')}</h2>
        <Reviews locale={locale} reviews={candidate.reviews} criteria={candidate.criteria} />
      </section>
      <div className="review">
        <section className="card flow staff-reading selection-copy" aria-labelledby="copy">
          <h2 id="copy">{t('one.copy')}</h2>
          {candidate.copy === null ? <p>{t('one.noCopy')}</p> : <Said lang={candidate.language}>{candidate.copy}</Said>}
        </section>
        <DecisionForm
          locale={locale}
          reference={candidate.reference}
          places={places}
          stored={stored}
          isOpen={candidate.status === 'eligible' && may(actor, 'selection.decide')}
          action={decideEntry}
        />
      </div>
    </Desk>
  )
}

type Props = Readonly<{ locale: Locale; candidate: CandidateInFull }>

function Head({ locale, candidate, places }: Props & Readonly<{ places: number | null }>) {
  const t = translator(locale, 'selection')
  const { reference, place, rawPlace, of, previous, next } = candidate
  const cut = places === null ? '' : `?places=${places}`
  const number = (value: number) => wholeNumber(locale, value)
  return (
    <div className="staff-between">
      <div className="staff-head">
        <Fingerprint reference={reference} />
        <div>
          <h1>
            <Reference>{reference}</Reference>
          </h1>
          <p className="small muted">{t('one.place', { place: number(place), of: number(of), rawPlace: number(rawPlace) })}</p>
        </div>
        <DecisionBadge locale={locale} decision={candidate.decision} />
      </div>
      <p className="btns">
        {previous && (
          <ButtonLink look="line" href={`/staff/selection/${previous}${cut}`}>
            {t('one.previous')}
          </ButtonLink>
        )}
        {next && (
          <ButtonLink look="line" href={`/staff/selection/${next}${cut}`}>
            {t('one.next')}
          </ButtonLink>
        )}
        <ButtonLink look="line" href={`/staff/submissions/${reference}`}>
          {t('one.wholeEntry')}
        </ButtonLink>
        <ButtonLink look="line" href={`/staff/selection${cut}`}>
          {t('one.back')}
        </ButtonLink>
      </p>
    </div>
  )
}

/** What is decided, and what is missing for more. */
function Standing({ locale, candidate }: Props) {
  const t = translator(locale, 'selection')
  const { lacks, count, decidedAt, decidedBy } = candidate
  const values = { have: wholeNumber(locale, count), need: wholeNumber(locale, reviewsNeeded.selected) }
  return (
    <div className={lacks.length > 0 ? 'note note--warn flow' : 'note note--ok flow'}>
      <p>{decidedAt ? t('one.decided', { at: dateTime(locale, decidedAt), who: decidedBy ?? '' }) : t('one.undecided')}</p>
      {lacks.length === 0 ? (
        <p>{t('one.ready')}</p>
      ) : (
        <>
          <p>{t('one.lacks')}</p>
          <ul className="list">
            {lacks.map((lack) => (
              <li key={lack}>{t(`lack.${lack}`, values)}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
