import { requireStaff } from '#app/_auth/session.ts'
import { ActForm } from '#components/awards/act-form.tsx'
import { AwardFacts } from '#components/awards/award-facts.tsx'
import { LedgerTable } from '#components/awards/ledger-table.tsx'
import { AwardBadge } from '#components/awards/state-badge.tsx'
import { Fingerprint } from '#components/staff/fingerprint.tsx'
import { Reference } from '#components/submissions/reference.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { actOf, actsFor } from '#lib/awards/acts.ts'
import { awardForStaff, awardSettings } from '#lib/awards/queries.ts'
import { isLive } from '#lib/awards/states.ts'
import type { AwardView } from '#lib/awards/views.ts'
import { dateTime } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { may } from '#lib/staff/permissions.ts'
import { Desk } from '../../desk.tsx'
import { staffLocale } from '../../language.ts'
import { Missing } from '../../missing.tsx'
import { act } from './actions.ts'

const told = {
  'take-up': 'done.takeUp',
  confirm: 'done.confirm',
  cancel: 'done.cancel',
  open: 'done.open',
  'hand-off': 'done.handOff',
  clear: 'done.clear',
  block: 'done.block',
  'give-up': 'done.giveUp',
  pay: 'done.pay',
} as const

/** One award: what is known, what comes next, and its movements of money. */
export default async function AwardPage({ params, searchParams }: PageProps<'/staff/awards/[id]'>) {
  const actor = await requireStaff()
  const [locale, { id }, query] = await Promise.all([staffLocale(), params, searchParams])
  const award = may(actor, 'award.see') ? await awardForStaff(actor, id) : null
  if (!award) return <Missing locale={locale} actor={actor} />
  const { claimDays } = await awardSettings(actor)
  const t = translator(locale, 'awards')
  const done = [query.done].flat()[0] ?? ''
  const did = actOf(done)
  const isOwn = award.proposed.by?.id === actor.id
  const can = may(actor, 'award.confirm')
    ? actsFor({ ...award, isTakenUp: award.proposed.by !== null, isOwn, canOpen: claimDays !== null })
    : []
  return (
    <Desk locale={locale} actor={actor} current="awards">
      <Head locale={locale} award={award} />
      {(did || done === 'proposed') && (
        <p className="note note--info" role="status">
          {t(did ? told[did] : 'done.proposed')}
        </p>
      )}
      <div className="review">
        <div className="flow staff-reading">
          <section className="card flow" aria-labelledby="facts">
            <h2 id="facts">{t('one.facts')}</h2>
            <AwardFacts locale={locale} award={award} ownId={actor.id} seesPayouts={may(actor, 'payout.see')} />
          </section>
          <div className="flow">
            <h2>{t('one.movements')}</h2>
            <LedgerTable locale={locale} entries={award.entries} />
          </div>
        </div>
        <ActForm
          {...{ locale, id: award.id, reference: award.reference, version: award.version, acts: can, action: act }}
          notes={notesOf(locale, award, { isOwn, claimDays })}
        />
      </div>
    </Desk>
  )
}

function Head({ locale, award }: Readonly<{ locale: Locale; award: AwardView }>) {
  return (
    <div className="staff-between">
      <div className="staff-head">
        <Fingerprint reference={award.reference} />
        <h1>
          <Reference>{award.reference}</Reference>
        </h1>
        <AwardBadge locale={locale} state={award.state} />
      </div>
      <ButtonLink look="line" href="/staff/awards">
        {translator(locale, 'awards')('back')}
      </ButtonLink>
    </div>
  )
}

/** What explains what can be done, or why nothing can. */
function notesOf(locale: Locale, award: AwardView, { isOwn, claimDays }: Readonly<{ isOwn: boolean; claimDays: number | null }>): string[] {
  const t = translator(locale, 'awards')
  if (!isLive(award.state) || award.state === 'paid') return [t('one.nothing')]
  if (!award.isSelected) return [t('one.left')]
  if (award.state === 'proposed') {
    if (!award.proposed.by) return [t('one.takeUpText')]
    return isOwn ? [t('one.ownProposal')] : []
  }
  if (award.state === 'confirmed') return [claimDays === null ? t('one.noClaimDays') : t('one.openText', { days: claimDays })]
  if (award.state === 'open') return award.claimUntil ? [t('one.waitsForStoryteller', { date: dateTime(locale, award.claimUntil) })] : []
  if (award.state === 'handed_off') return [t('one.blockHint')]
  return award.state === 'blocked' ? [t('one.giveUpText')] : []
}
