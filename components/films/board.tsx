import { Fingerprint } from '#components/staff/fingerprint.tsx'
import { Time } from '#components/staff/time.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Ltr } from '#components/ui/ltr.tsx'
import type { FilmFormState } from '#lib/films/form.ts'
import { daysLate } from '#lib/films/late.ts'
import { type FilmStep, filmSteps } from '#lib/films/lifecycle.ts'
import type { FilmRow } from '#lib/films/views.ts'
import { dateTime, percentage } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { OpenForm } from './open-form.tsx'

type Props = Readonly<{
  locale: Locale
  rows: readonly FilmRow[]
  now: Date
  timeZone: string
  /** Null for who may only look. */
  open: ((state: FilmFormState, form: FormData) => Promise<FilmFormState>) | null
}>

// A region that scrolls must take the focus, or a keyboard cannot scroll it.
const reachable = { tabIndex: 0 }

/** The films step by step, as cards; a step without films is a narrow column. */
export function Board({ locale, rows, ...more }: Props) {
  return (
    <section className="board film-board" aria-label={translator(locale, 'filmDesk')('board')} {...reachable}>
      {filmSteps.map((step) => (
        <Column key={step} {...{ locale, step, ...more }} rows={rows.filter((row) => row.step === step)} />
      ))}
    </section>
  )
}

function Column({ locale, step, rows, ...more }: Props & Readonly<{ step: FilmStep }>) {
  const t = translator(locale, 'filmDesk')
  return (
    <section className={rows.length > 0 ? 'col' : 'col col--empty'} aria-labelledby={`step-${step}`}>
      <h2 id={`step-${step}`}>
        {t(`step.${step}`)}
        <span className="muted">
          <span aria-hidden="true">{rows.length}</span>
          <span className="vh">{t('count', { count: rows.length })}</span>
        </span>
      </h2>
      {rows.length > 0 && (
        <ul className="plain film-jobs">
          {rows.map((row) => (
            <Job key={row.reference} {...{ locale, row, ...more }} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Job({ locale, row, now, timeZone, open }: Omit<Props, 'rows'> & Readonly<{ row: FilmRow }>) {
  const t = translator(locale, 'filmDesk')
  const { id, reference, title, stopped, waitsFor, since, render, releaseAt } = row
  const late = stopped ? 0 : daysLate(row, now)
  return (
    <li className={stopped ? 'job film-job is-stopped' : 'job film-job'}>
      <div className="job__top">
        <Fingerprint reference={reference} />
        <div>
          {id ? (
            <a href={`/staff/films/${id}`}>
              <Ltr>{reference}</Ltr>
            </a>
          ) : (
            <b>
              <Ltr>{reference}</Ltr>
            </b>
          )}
          {title && <bdi className="film-sub">{title}</bdi>}
        </div>
      </div>
      {stopped && (
        <p className="film-stop">
          <Icon name="flag" /> <b>{t('stopped')}</b> <span>{t(`stoppedReason.${stopped.why}`)}</span>
        </p>
      )}
      {!stopped && <p>{t(`waits.${waitsFor}`)}</p>}
      {render?.state === 'running' && (
        <p className="film-sub">{t('making.state.running', { percent: percentage(locale, render.percent) })}</p>
      )}
      <p className="film-sub">
        {releaseAt && waitsFor === 'clock' ? dateTime(locale, releaseAt, timeZone) : <Since locale={locale} at={stopped?.at ?? since} />}
      </p>
      {late > 0 && <p className="film-late">{t('late', { count: late })}</p>}
      {!id && !stopped && open && <OpenForm locale={locale} reference={reference} action={open} />}
    </li>
  )
}

function Since({ locale, at }: Readonly<{ locale: Locale; at: Date }>) {
  const [before, after] = translator(locale, 'filmDesk')('since', { when: '#' }).split('#')
  return (
    <>
      {before}
      <Time locale={locale} at={at} />
      {after}
    </>
  )
}
