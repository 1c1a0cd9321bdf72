import { requireStaff } from '#app/_auth/session.ts'
import { Blockers } from '#components/selection/blockers.tsx'
import { Letters } from '#components/selection/letters.tsx'
import { ReleaseDesk } from '#components/selection/release-desk.tsx'
import { ReleaseFacts } from '#components/selection/release-facts.tsx'
import { Figure } from '#components/staff/waiting-stats.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { currentCampaign } from '#lib/campaign/queries.ts'
import { now } from '#lib/foundation/clock.ts'
import { newId } from '#lib/foundation/ids.ts'
import { wholeNumber } from '#lib/i18n/format.ts'
import { type Locale, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { releaseBlockers } from '#lib/review/selection/blockers.ts'
import { countToSay, type ToSay } from '#lib/review/selection/counts.ts'
import { allReleases, draftsOnPage, letterDrafts } from '#lib/review/selection/release.ts'
import { type Outcome, outcomes } from '#lib/review/selection/schema.ts'
import type { Releases } from '#lib/review/selection/views.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { may } from '#lib/staff/permissions.ts'
import { Desk } from '../../desk.tsx'
import { staffLocale } from '../../language.ts'
import { Missing } from '../../missing.tsx'
import { actOnRelease } from './actions.ts'

const deeds = ['proposed', 'cancelled', 'released', 'corrected'] as const

export default async function ReleasePage({ searchParams }: PageProps<'/staff/selection/release'>) {
  const actor = await requireStaff()
  const [locale, query] = await Promise.all([staffLocale(), searchParams])
  if (!may(actor, 'results.release')) return <Missing locale={locale} actor={actor} />
  const t = translator(locale, 'selection')
  const [releases, counts, campaign] = await Promise.all([allReleases(actor), countToSay(), currentCampaign()])
  const { released, proposal } = releases
  const isOut = released.length > 0
  const blockers = await releaseBlockers(undefined, { later: isOut })
  const done = deeds.find((deed) => deed === [query.done].flat()[0])
  const decided = counts.selected + counts.reserve + counts.notSelected
  const undecided = blockers.find(({ kind }) => kind === 'undecided')?.count ?? 0
  const somethingToSay = !isOut || decided + undecided > 0
  const isOpen = campaign.closesAt === null || campaign.closesAt > now()
  return (
    <Desk locale={locale} actor={actor} current="selection">
      <ReleaseDesk
        locale={locale}
        can={canDo(releases, blockers.length > 0, decided)}
        releaseId={proposal?.id ?? null}
        isLater={isOut}
        letters={decided}
        correctionId={newId()}
        action={actOnRelease}
      >
        <div className="staff-between">
          <h1>{t('release.title')}</h1>
          <p className="btns">
            <ButtonLink look="line" href="/staff/selection">
              {t('release.back')}
            </ButtonLink>
            {isOut && (
              <ButtonLink look="line" href={localPath(locale, '/results')}>
                {t('seeResults')}
              </ButtonLink>
            )}
          </p>
        </div>
        {done && (
          <p className="note note--info" role="status">
            {t(`release.done.${done}`)}
          </p>
        )}
        <p>{t(isOut ? 'release.laterIntro' : 'release.intro')}</p>
        {[...released, ...(proposal ? [proposal] : [])].map((release) => (
          <ReleaseFacts key={release.id} locale={locale} release={release} />
        ))}
        {somethingToSay ? <WhatIsSaid locale={locale} counts={counts} undecided={undecided} /> : <p>{t('release.laterNone')}</p>}
        {!isOut && isOpen && <p className="note note--warn">{t('release.open')}</p>}
        <Blockers locale={locale} blockers={blockers} />
        {!isOut && !proposal && decided === 0 && <p>{t('release.nothing')}</p>}
      </ReleaseDesk>
      {decided > 0 && <Drafts locale={locale} actor={actor} query={query} />}
    </Desk>
  )
}

function canDo({ released, proposal }: Releases, isBlocked: boolean, decided: number) {
  return {
    propose: !proposal && !isBlocked && decided > 0,
    confirm: proposal !== null && !isBlocked && proposal.isUnchanged && !proposal.isOwnProposal,
    cancel: proposal !== null,
    correct: released.length > 0,
  }
}

function WhatIsSaid({ locale, counts, undecided }: Readonly<{ locale: Locale; counts: ToSay; undecided: number }>) {
  const t = translator(locale, 'selection')
  const { selected, reserve, notSelected } = counts
  return (
    <section className="flow" aria-labelledby="said">
      <h2 id="said">{t('release.counts')}</h2>
      <dl className="stat">
        <Figure term={t('outcome.selected')} value={wholeNumber(locale, selected)} />
        <Figure term={t('outcome.reserve')} value={wholeNumber(locale, reserve)} />
        <Figure term={t('outcome.not_selected')} value={wholeNumber(locale, notSelected)} />
        <Figure term={t('outcome.undecided')} value={wholeNumber(locale, undecided)} />
      </dl>
    </section>
  )
}

type DraftsProps = Readonly<{ locale: Locale; actor: StaffActor; query: Readonly<Record<string, string | string[] | undefined>> }>

async function Drafts({ locale, actor, query }: DraftsProps) {
  const t = translator(locale, 'selection')
  const outcome: Outcome | null = outcomes.find((known) => known === [query.letters].flat()[0]) ?? null
  const asked = Number([query.page].flat()[0] ?? '1')
  const page = Number.isInteger(asked) && asked >= 1 && asked <= 100_000 ? asked : 1
  const stand = { code: t('release.stand.code'), url: `[${t('release.stand.link')}]` }
  const { drafts, count } = await letterDrafts(actor, { outcome, page, stand })
  return <Letters locale={locale} drafts={drafts} count={count} outcome={outcome} page={page} pages={Math.ceil(count / draftsOnPage)} />
}
