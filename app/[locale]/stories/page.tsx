import type { Metadata } from 'next'
import { addressesOf } from '#app/_site/addresses.ts'
import { Filters } from '#components/stories/filters.tsx'
import { Frieze } from '#components/stories/frieze.tsx'
import { CalendarLink } from '#components/stories/neighbours.tsx'
import { filePath } from '#components/stories/paths.ts'
import { ButtonLink } from '#components/ui/button.tsx'
import { PICTURES } from '#lib/art/pictures.ts'
import { entryWindow } from '#lib/campaign/policy.ts'
import { currentCampaign } from '#lib/campaign/queries.ts'
import { now } from '#lib/foundation/clock.ts'
import { defaultLocale, type Locale, localeOf, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { releasedStories, schedule } from '#lib/stories/queries.ts'
import { filmOfTheWeek } from '#lib/stories/schedule.ts'
import { storyFilters } from '#lib/stories/schema.ts'

export async function generateMetadata({ params }: PageProps<'/[locale]/stories'>): Promise<Metadata> {
  const locale = localeOf((await params).locale) ?? defaultLocale
  const t = translator(locale, 'stories')
  const feed = { url: filePath('/feed.xml', locale), title: t('feed.title') }
  return {
    title: `${t('list.title')} | ${t('site')}`,
    description: t('list.lead'),
    alternates: addressesOf(locale, '/stories', { types: { 'application/atom+xml': [feed] } }),
  }
}

/** Every film that is out, week by week, and when the others come. */
export default async function Stories({ params, searchParams }: PageProps<'/[locale]/stories'>) {
  const locale = localeOf((await params).locale) ?? defaultLocale
  const chosen = storyFilters.parse(await searchParams)
  const narrowed = Boolean(chosen.theme ?? chosen.language)
  const at = now()
  const [all, upcoming, campaign] = await Promise.all([releasedStories(locale, at), schedule(at), currentCampaign()])
  const shown = narrowed ? await releasedStories(locale, at, chosen) : all
  const ahead = narrowed ? [] : upcoming
  const week = filmOfTheWeek(all, at)
  const t = translator(locale, 'stories')
  return (
    <>
      <div className="wrap flow page-head">
        <h1>{t('list.heading')}</h1>
        <p className="lead">{t('list.lead')}</p>
        {all.length > 0 && <Filters locale={locale} chosen={chosen} />}
        <div role="status">{narrowed && <p>{t('list.found', { count: shown.length })}</p>}</div>
        {narrowed && (
          <p>
            {shown.length === 0 && t('list.none')} <a href={localPath(locale, '/stories')}>{t('list.all')}</a>
          </p>
        )}
      </div>
      {all.length === 0 && <BeforeTheFirst locale={locale} />}
      {shown.length + ahead.length > 0 && (
        <Frieze
          locale={locale}
          now={at}
          timeZone={campaign.timeZone}
          heading="h2"
          released={shown}
          upcoming={ahead}
          current={week?.running ? week.story.slug : null}
        />
      )}
      {ahead.length > 0 && (
        <div className="wrap calendar">
          <CalendarLink locale={locale} />
        </div>
      )}
      <Community locale={locale} open={entryWindow(campaign, at) === 'open'} />
    </>
  )
}

function BeforeTheFirst({ locale }: { readonly locale: Locale }) {
  const t = translator(locale, 'stories')
  return (
    <section className="wrap pt-6 pb-12" aria-labelledby="first">
      <div className="empty">
        <h2 id="first">{t('list.first')}</h2>
        <p>{t('list.firstText')}</p>
        <ButtonLink look="line" href={localPath(locale, '/history')}>
          {t('list.history')}
        </ButtonLink>
      </div>
    </section>
  )
}

function Community({ locale, open }: { readonly locale: Locale; readonly open: boolean }) {
  const t = translator(locale, 'stories')
  return (
    <section className="section" aria-labelledby="community">
      <div className="wrap flow">
        <h2 id="community">{t('community.heading')}</h2>
        <div className="empty">
          <div className="empty__art">
            <img src={PICTURES.empty.src} width={PICTURES.empty.width} height={PICTURES.empty.height} alt="" loading="lazy" />
          </div>
          <h3>{t('community.none')}</h3>
          <p>{t('community.text')}</p>
          {open && <ButtonLink href={localPath(locale, '/share')}>{t('community.share')}</ButtonLink>}
        </div>
      </div>
    </section>
  )
}
