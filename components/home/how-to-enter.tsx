import { KeptWhole } from '#components/stories/kept-whole.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { PICTURES, type Picture } from '#lib/art/pictures.ts'
import { type Locale, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { ContestState } from './state.ts'

type Props = {
  readonly locale: Locale
  readonly state: ContestState
  readonly hashtag: string
  /** When entries open and close, in words. */
  readonly opens: string
  readonly closes: string | null
}

/** Three steps from a post to the screen. */
export function HowToEnter({ locale, state, hashtag, opens, closes }: Props) {
  const t = translator(locale, 'home')
  return (
    <section className="section alt" id="how" aria-labelledby="how-heading">
      <div className="wrap">
        <h2 id="how-heading">{t('how.heading')}</h2>
        <ol className="three">
          <Step
            number={1}
            picture={PICTURES.stepPost}
            heading={t('how.post.heading')}
            text={t('how.post.text', { hashtag })}
            kept={[hashtag]}
          />
          <Step number={2} picture={PICTURES.stepSurvey} heading={t('how.survey.heading')} text={t('how.survey.text')} />
          <Step number={3} picture={PICTURES.stepFilm} heading={t('how.film.heading')} text={t('how.film.text')} />
        </ol>
        {state === 'before' && <p className="three__after">{t('how.opens', { date: opens })}</p>}
        {closes && (state === 'closed' || state === 'after') && <p className="three__after">{t('how.closed', { date: closes })}</p>}
        <div className="btns three__after">
          {state === 'open' && <ButtonLink href={localPath(locale, '/share')}>{t('share')}</ButtonLink>}
          <ButtonLink look="line" href={localPath(locale, '/rules')}>
            {t('how.rules')}
          </ButtonLink>
        </div>
      </div>
    </section>
  )
}

type StepProps = {
  readonly number: number
  readonly picture: Picture
  readonly heading: string
  readonly text: string
  /** Pieces of the text that keep their direction. */
  readonly kept?: readonly string[]
}

function Step({ number, picture, heading, text, kept = [] }: StepProps) {
  return (
    <li className="stepcard">
      <div className="stepcard__art">
        <img src={picture.src} width={picture.width} height={picture.height} alt="" loading="lazy" />
      </div>
      <h3>
        <span>{number}.</span> {heading}
      </h3>
      <p>
        <KeptWhole text={text} pieces={kept} />
      </p>
    </li>
  )
}
