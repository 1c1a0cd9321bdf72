import { requireStaff } from '#app/_auth/session.ts'
import { PlacesForm } from '#components/awards/places-form.tsx'
import { ProposeForm } from '#components/awards/propose-form.tsx'
import { ShareForm } from '#components/awards/share-form.tsx'
import { cents } from '#components/awards/words.ts'
import { ButtonLink } from '#components/ui/button.tsx'
import { candidatesForStaff, poolForStaff } from '#lib/awards/queries.ts'
import { orderOf, type Share, sharesOf } from '#lib/awards/sharing.ts'
import { templateOf } from '#lib/awards/templates.ts'
import type { Candidate } from '#lib/awards/views.ts'
import { amount } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { may } from '#lib/staff/permissions.ts'
import { Desk } from '../../desk.tsx'
import { staffLocale } from '../../language.ts'
import { Missing } from '../../missing.tsx'
import { proposeOne, share } from './actions.ts'

type Query = Readonly<Record<string, string | string[] | undefined>>

/** Proposes awards: by a template, shown before anything is proposed, or one by one. */
export default async function ProposePage({ searchParams }: PageProps<'/staff/awards/propose'>) {
  const actor = await requireStaff()
  const [locale, query] = await Promise.all([staffLocale(), searchParams])
  if (!may(actor, 'award.propose')) return <Missing locale={locale} actor={actor} />
  const [pool, candidates] = await Promise.all([poolForStaff(actor), candidatesForStaff(actor)])
  const [t, staff] = [translator(locale, 'awards'), translator(locale, 'staff')]
  const asked = preview(locale, query, { candidates, left: pool.left })
  const references = candidates.filter(({ canHavePrize }) => canHavePrize).map(({ reference }) => reference)
  const left = amount(locale, pool.left)
  const title = staff('suffix', { page: t('propose') })
  return (
    <Desk locale={locale} actor={actor} current="awards">
      {asked.problem && <title>{staff('errorTitle', { title })}</title>}
      <div className="staff-between">
        <h1>{t('propose')}</h1>
        <ButtonLink look="line" href="/staff/awards">
          {t('back')}
        </ButtonLink>
      </div>
      {candidates.length === 0 && <p className="note note--info note--wide">{t('sharing.nobody')}</p>}
      {asked.shares && (
        <ShareForm
          {...{ locale, template: asked.template, left: String(pool.left), action: share }}
          shares={asked.shares.map(({ reference, units }) => ({ reference, amount: cents(locale, units) }))}
          total={cents(
            locale,
            asked.shares.reduce((sum, { units }) => sum + units, 0n),
          )}
        />
      )}
      {candidates.length > 0 && <PlacesForm {...{ locale, candidates, left, ...asked }} />}
      {!asked.shares && <ProposeForm {...{ locale, references, left, action: proposeOne }} withTitle={!asked.problem} />}
    </Desk>
  )
}

type Problem = Readonly<{ words: string; field: string; reference: string | null }>
type Asked = Readonly<{
  template: string
  placeOf: (reference: string) => string
  shares: readonly Share[] | null
  problem: Problem | null
}>

/** Who would get what of what is left, or what is wrong with what was asked; neither while nothing was asked. */
function preview(locale: Locale, query: Query, { candidates, left }: Readonly<{ candidates: readonly Candidate[]; left: bigint }>): Asked {
  const t = translator(locale, 'awards')
  const first = (name: string) => [query[name]].flat()[0]?.slice(0, 10) ?? ''
  const asked = { template: first('template'), placeOf: (reference: string) => first(`place-${reference}`) }
  const isAsked = Object.keys(query).some((name) => name === 'template' || name.startsWith('place-'))
  const failed = (words: string, field: string, reference: string | null = null): Asked => ({
    ...{ ...asked, shares: null, problem: { words, field, reference } },
  })
  // Sent twice, or opened again later: with nobody left to share with, the page says that and no form shows a problem.
  if (!isAsked || candidates.length === 0) return { ...asked, shares: null, problem: null }
  const template = templateOf(asked.template)
  if (!template) return failed(t('sharing.errors.template'), 'template')
  const able = candidates.filter(({ canHavePrize }) => canHavePrize).map(({ reference }) => reference)
  const ordered = orderOf(able.map((reference) => ({ reference, place: asked.placeOf(reference) })))
  if (!ordered.ok) {
    const reference = ordered.reference ?? able[0] ?? null
    return failed(t(`sharing.errors.${ordered.fault}`, { reference: reference ?? '' }), `place-${reference}`, reference)
  }
  const shares = sharesOf(template, ordered.order, left)
  if (!shares) return failed(t('sharing.errors.unfit', { count: ordered.order.length, left: amount(locale, left) }), 'template')
  return { ...asked, shares, problem: null }
}
