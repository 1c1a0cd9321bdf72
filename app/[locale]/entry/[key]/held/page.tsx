import type { ReactNode } from 'react'
import { NotFound } from '#app/_site/not-found.tsx'
import { DecisionReceipt } from '#components/results/receipt.tsx'
import { BackLink } from '#components/ui/back-link.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { marks } from '#components/ui/ltr.tsx'
import { heldAward } from '#lib/awards/held.ts'
import { heldFilm } from '#lib/films/held.ts'
import { dateTime } from '#lib/i18n/format.ts'
import { localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { reviewReceipt } from '#lib/review/selection/receipt.ts'
import { everythingHeld } from '#lib/submissions/held.ts'
import { openEntry } from '../open-entry.ts'
import { entryPath } from '../own-key.ts'
import { Awarded } from './awarded.tsx'
import { Filmed } from './filmed.tsx'
import { Appeal, Checks, Decisions, Mails, Permitted, Questions, Statuses, Traces } from './happened.tsx'
import { Survey, Told } from './told.tsx'

export const metadata = { robots: { index: false, follow: false } }

/** All that is held about a storyteller, to be read, printed or downloaded. */
export default async function HeldPage({ params }: PageProps<'/[locale]/entry/[key]/held'>) {
  const { locale, key, entry: held } = await openEntry(params, everythingHeld)
  if (!held) return <NotFound locale={locale} />
  const t = translator(locale, 'entry')
  const shown = { locale, held }
  const [award, film] = await Promise.all([heldAward(key), heldFilm(key)])
  const receipt = held.result && (await reviewReceipt(held.entry.reference))
  return (
    <div className="wrap page page--entry">
      <title>{t('pageTitle', { title: t('held.title') })}</title>
      <div className="narrow narrow--wide flow flow--6">
        <BackLink href={localPath(locale, entryPath(key))}>{t('backToEntry')}</BackLink>
        <div className="flow flow--4">
          <p className="over">{t.rich('entry', { ...marks, reference: held.entry.reference })}</p>
          <h1>{t('held.title')}</h1>
          <p className="lead">{t('held.lead', { date: dateTime(locale, new Date(held.writtenAt)) })}</p>
        </div>
        <div className="flow flow--2">
          <p>
            <ButtonLink href={localPath(locale, entryPath(key, '/held.json'))} download="">
              {t('held.download')}
            </ButtonLink>
          </p>
          <p className="small muted">{t('held.downloadHint')}</p>
          <p className="small muted">{t('held.print')}</p>
        </div>
        <Part id="entry" heading={t('held.entry')}>
          <Told {...shown} />
        </Part>
        <Part id="survey" heading={t('held.survey')}>
          <Survey {...shown} />
        </Part>
        <Part id="permissions" heading={t('held.permissions')}>
          <Permitted {...shown} />
        </Part>
        <Part id="history" heading={t('held.history')}>
          <Statuses {...shown} />
        </Part>
        <Part id="questions" heading={t('held.questions')}>
          <Questions {...shown} />
        </Part>
        <Part id="decisions" heading={t('held.decisions')}>
          <Decisions {...shown} />
        </Part>
        {receipt && <DecisionReceipt locale={locale} receipt={receipt} />}
        {award && (
          <Part id="award" heading={t('held.award')}>
            <Awarded locale={locale} award={award} />
          </Part>
        )}
        {film && (
          <Part id="film" heading={translator(locale, 'films')('title')}>
            <Filmed locale={locale} film={film} />
          </Part>
        )}
        <Part id="appeal" heading={t('held.appeal')}>
          <Appeal {...shown} />
        </Part>
        <Part id="checks" heading={t('held.checks')}>
          <Checks {...shown} />
        </Part>
        <Part id="mails" heading={t('held.mails')}>
          <Mails {...shown} />
        </Part>
        <Part id="links" heading={t('held.links')}>
          <Traces {...shown} />
        </Part>
      </div>
    </div>
  )
}

function Part({ id, heading, children }: { readonly id: string; readonly heading: string; readonly children: ReactNode }) {
  return (
    <section className="flow flow--2" aria-labelledby={id}>
      <h2 className="heading-500" id={id}>
        {heading}
      </h2>
      {children}
    </section>
  )
}
