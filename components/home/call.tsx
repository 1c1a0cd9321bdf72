import { ButtonLink } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { PICTURES } from '#lib/art/pictures.ts'
import { type Locale, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { ContestState } from './state.ts'

type Props = { readonly locale: Locale; readonly state: ContestState; readonly opens: string; readonly closes: string }

/** The last word of the page: what can be done now. */
export function Call({ locale, state, opens, closes }: Props) {
  const t = translator(locale, 'home')
  const words = {
    before: [t('call.before.heading', { date: opens }), t('call.before.text')],
    open: [t('call.open.heading'), t('call.open.text')],
    closed: [t('call.closed.heading'), t('call.closed.text', { date: closes })],
    after: [t('call.after.heading'), t('call.after.text')],
  } as const
  const [heading, text] = words[state]
  return (
    <section className="cta section" aria-labelledby="call">
      <div className="cta__art">
        <img src={PICTURES.call.src} width={PICTURES.call.width} height={PICTURES.call.height} alt="" loading="lazy" />
      </div>
      <div className="wrap flow">
        <h2 id="call">{heading}</h2>
        <p className="lead">{text}</p>
        <div className="btns">
          <Ways locale={locale} state={state} />
        </div>
      </div>
    </section>
  )
}

function Ways({ locale, state }: Pick<Props, 'locale' | 'state'>) {
  const t = translator(locale, 'home')
  const way = (path: string, words: string) => (
    <ButtonLink look="ink" href={localPath(locale, path)}>
      {words} <Icon name="arrow" turns />
    </ButtonLink>
  )
  if (state === 'before') return way('/rules', t('how.rules'))
  if (state === 'open') return way('/share', t('call.open.button'))
  return (
    <>
      {state === 'after' ? way('/results', t('call.after.button')) : way('/stories', t('call.watch'))}
      <ButtonLink look="line" href={localPath(locale, '/entry')}>
        {t('check')}
      </ButtonLink>
    </>
  )
}
