import { ButtonLink } from '#components/ui/button.tsx'
import { Ltr } from '#components/ui/ltr.tsx'
import { direction, type Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { type Outcome, outcomes } from '#lib/review/selection/schema.ts'

type Draft = Readonly<{ reference: string; outcome: Outcome; locale: Locale; subject: string; text: string }>
type Props = Readonly<{ locale: Locale; drafts: readonly Draft[]; count: number; outcome: Outcome | null; page: number; pages: number }>

/** The letters of a release as they will be sent, some at a time. */
export function Letters({ locale, drafts, count, outcome, page, pages }: Props) {
  const t = translator(locale, 'selection')
  const address = (of: Outcome | null, at: number) =>
    `/staff/selection/release?${new URLSearchParams({ letters: of ?? 'all', page: String(at) })}#letters`
  return (
    <section className="flow" aria-labelledby="letters">
      <h2 id="letters">{t('release.letters')}</h2>
      <p>{t('release.lettersText')}</p>
      <nav aria-label={t('release.letters')} className="btns">
        {([null, ...outcomes] as const).map((of) => (
          <a key={of ?? 'all'} className="btn btn--line" href={address(of, 1)} aria-current={of === outcome ? 'true' : undefined}>
            {of ? t(`outcome.${of}`) : t('release.all')}
          </a>
        ))}
      </nav>
      <p className="small">{t('release.lettersShown', { count })}</p>
      {drafts.map((draft) => (
        <details key={draft.reference} className="card selection-letter">
          <summary>
            <Ltr>{draft.reference}</Ltr> · {t(`outcome.${draft.outcome}`)} · <bdi lang={draft.locale}>{draft.subject}</bdi>
          </summary>
          <pre lang={draft.locale} dir={direction(draft.locale)}>
            {draft.text}
          </pre>
        </details>
      ))}
      <p className="btns">
        {page > 1 && (
          <ButtonLink look="line" href={address(outcome, page - 1)}>
            {t('before')}
          </ButtonLink>
        )}
        {page < pages && (
          <ButtonLink look="line" href={address(outcome, page + 1)}>
            {t('after')}
          </ButtonLink>
        )}
      </p>
    </section>
  )
}
