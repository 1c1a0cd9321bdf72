import { formAge } from '#app/_forms/age.ts'
import { isAnswering, unlessAnswering } from '#app/_forms/reading.ts'
import { valuesOf } from '#app/_forms/state.ts'
import { entryWindow } from '#lib/campaign/policy.ts'
import { currentCampaign } from '#lib/campaign/queries.ts'
import { stopped } from '#lib/campaign/stops.ts'
import { now } from '#lib/foundation/clock.ts'
import { defaultLocale, localeOf, localPath } from '#lib/i18n/locales.ts'
import { saveShare } from './actions.ts'
import { ShareForm } from './form.tsx'
import { isChange, openStep, stepPath } from './open-step.ts'
import { Shut } from './shut.tsx'
import { Intro, PrizeCard } from './start.tsx'

/** Where an entry begins. Before and after the time of entries it says so instead. */
export default async function SharePage({ params, searchParams }: PageProps<'/[locale]/share'>) {
  const locale = localeOf((await params).locale) ?? defaultLocale
  const query = await searchParams
  const another = query.another === '1'
  const draft = another ? null : await openStep('share', locale)
  const [campaign, stops] = await Promise.all([unlessAnswering(currentCampaign), unlessAnswering(() => stopped())])
  const window = campaign ? entryWindow(campaign, now()) : 'open'
  if (campaign && window !== 'open' && !(await isAnswering()))
    return <Shut locale={locale} campaign={campaign} window={window} draft={draft} />
  const goOn = draft && draft.nextStep !== 'share' ? localPath(locale, stepPath(draft.nextStep)) : null
  return (
    <ShareForm
      locale={locale}
      action={saveShare.bind(null, locale)}
      values={valuesOf(draft?.answers.share)}
      change={isChange(query) && draft !== null}
      another={another}
      hasNoCookie={query.cookie === 'none' && draft === null}
      age={formAge('share.share')}
      intro={<Intro locale={locale} hashtag={campaign?.hashtag ?? ''} goOn={goOn} isStopped={stops?.includes('entries') ?? false} />}
      aside={
        campaign && (
          <PrizeCard locale={locale} poolUnits={campaign.poolUnits} currency={campaign.poolCurrency} closesAt={campaign.closesAt} />
        )
      }
    />
  )
}
