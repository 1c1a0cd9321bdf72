import { requireStaff } from '#app/_auth/session.ts'
import { Asks } from '#components/films/asks.tsx'
import { OutsideFilm, OutsidePack, OutsideUpload } from '#components/films/outside.tsx'
import { Pack } from '#components/films/pack.tsx'
import { CloseForm } from '#components/films/publish-form.tsx'
import { Release } from '#components/films/release.tsx'
import { Renders } from '#components/films/renders.tsx'
import { StepForm } from '#components/films/step-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { currentCampaign } from '#lib/campaign/queries.ts'
import { type Shape, sizes } from '#lib/films/engine/film.ts'
import { filmDesk } from '#lib/films/queries.ts'
import type { FilmDesk } from '#lib/films/views.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { may } from '#lib/staff/permissions.ts'
import { staffLocale } from '../../../language.ts'
import { Missing } from '../../../missing.tsx'
import { FilmPage } from '../../desk.tsx'
import { ask, close, drop, make, publish, unschedule } from './actions.ts'

type Props = Readonly<{ locale: Locale; page: string; film: FilmDesk }>

/** From the storyboard's yes to the release: what the storyteller said, making the film, and publishing it. */
export default async function FilmStepsPage({ params, searchParams }: PageProps<'/staff/films/[id]/steps'>) {
  const actor = await requireStaff()
  const [locale, { id }, query] = await Promise.all([staffLocale(), params, searchParams])
  const film = may(actor, 'film.publish') ? await filmDesk(actor, id) : null
  if (!film) return <Missing locale={locale} actor={actor} />
  const { timeZone } = await currentCampaign()
  const page = translator(locale, 'filmDesk')('steps.heading')
  const about = { locale, page, film }
  return (
    <FilmPage locale={locale} actor={actor} film={film} part="steps" page={page} query={query}>
      <div className="film-desk film-desk--even">
        <div className="flow">
          <Storyteller {...about} />
          {film.outside ? <Outside {...about} outside={film.outside} /> : <Making {...about} />}
          {isOutsideWelcome(film) && <OutsideUpload locale={locale} id={film.id} />}
        </div>
        <div className="flow">
          {film.outside ? <OutsidePack locale={locale} id={film.id} outside={film.outside} /> : <Pack locale={locale} film={film} />}
          <Release {...{ ...about, timeZone, publish, unschedule }} />
          {film.stopped?.why !== 'closed' && film.standing.step !== 'published' && <Closing {...about} />}
        </div>
      </div>
    </FilmPage>
  )
}

/** Whether a film made elsewhere may take the place of ours: none is there, no date is set, and the storyteller agreed to the storyboard. */
function isOutsideWelcome({ outside, stopped, missing, standing }: FilmDesk): boolean {
  return (
    !outside && !stopped && !['scheduled', 'published'].includes(standing.step) && !missing.some(({ lack }) => lack === 'storyboard-yes')
  )
}

function Storyteller({ locale, page, film }: Props) {
  const t = translator(locale, 'filmDesk')
  const agreed = film.asks.some(({ step, holds }) => step === 'storyboard' && holds)
  const step = agreed ? 'film' : 'storyboard'
  const waits = film.asks.some((asked) => asked.step === step && asked.waits)
  return (
    <>
      <Asks locale={locale} film={film} />
      {!film.stopped && !film.nameIn && !waits && film.standing.step !== 'published' && (
        <section className="card flow" aria-labelledby="asking">
          <h2 id="asking">{t(agreed ? 'steps.asksFilm' : 'steps.asksStoryboard')}</h2>
          <StepForm
            locale={locale}
            page={page}
            hidden={{ film: film.id, step }}
            button={t(agreed ? 'steps.askFilm' : 'steps.askStoryboard')}
            look="ink"
            action={ask}
          >
            <p>{t(agreed ? 'steps.askFilmText' : 'steps.askText')}</p>
          </StepForm>
        </section>
      )}
    </>
  )
}

function Making({ locale, page, film }: Props) {
  const t = translator(locale, 'filmDesk')
  const underWay = film.renders.filter(({ state }) => state === 'queued' || state === 'running')
  const free = (Object.keys(sizes) as Shape[]).filter((shape) => !underWay.some((render) => render.shape === shape))
  return (
    <section className="card flow" aria-labelledby="making">
      <h2 id="making">{t('making.heading')}</h2>
      <p>{t('making.text')}</p>
      <Renders locale={locale} film={film} />
      {underWay.length > 0 && (
        <p>
          <ButtonLink look="line" small href={`/staff/films/${film.id}/steps#making`}>
            {t('making.refresh')}
          </ButtonLink>
        </p>
      )}
      {!film.stopped && (
        <div className="btns">
          {free.map((shape) => (
            <StepForm
              key={shape}
              {...{ locale, page }}
              hidden={{ film: film.id, size: shape }}
              button={t('making.start', { shape: t(`player.shapes.${shape}`) })}
              look={shape === 'wide' ? 'ink' : 'line'}
              action={make}
            />
          ))}
          {underWay.map(({ id, shape }) => (
            <StepForm
              key={id}
              {...{ locale, page }}
              hidden={{ film: film.id, render: id }}
              button={t('making.cancel', { shape: t(`player.shapes.${shape}`) })}
              look="line"
              action={make}
            />
          ))}
        </div>
      )}
    </section>
  )
}

function Outside({ locale, page, film, outside }: Props & Readonly<{ outside: NonNullable<FilmDesk['outside']> }>) {
  const t = translator(locale, 'filmDesk')
  return (
    <section className="card flow" aria-labelledby="making">
      <h2 id="making">{t('outside.film')}</h2>
      <OutsideFilm locale={locale} id={film.id} outside={outside} />
      {!film.stopped && (
        <StepForm {...{ locale, page }} hidden={{ film: film.id }} button={t('outside.drop')} look="line" action={drop}>
          <p>{t('outside.dropText')}</p>
        </StepForm>
      )}
    </section>
  )
}

function Closing({ locale, page, film }: Props) {
  const t = translator(locale, 'filmDesk')
  return (
    <details className="card film-left">
      <summary>{t('publish.close')}</summary>
      <CloseForm {...{ locale, page }} hidden={{ film: film.id }} action={close} />
    </details>
  )
}
