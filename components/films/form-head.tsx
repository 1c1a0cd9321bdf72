import { Stretches } from '#components/stories-desk/stretches.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import type { Conflict, FilmFormState, Values } from '#lib/films/form.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { faultsOf, isolated } from './words.ts'

type Props = Readonly<{ locale: Locale; page: string; state: FilmFormState; order?: readonly string[] }>

/** What stands first in a form of the film desk: the title when something is wrong, what it is, and what somebody else saved meanwhile. */
export function FormHead({ locale, page, state, order = [] }: Props) {
  const staff = translator(locale, 'staff')
  const faults = faultsOf(locale, state, order)
  if (faults.length === 0) return null
  return (
    <>
      <title>{staff('errorTitle', { title: translator(locale, 'filmDesk')('pageTitle', { page }) })}</title>
      <ErrorSummary heading={staff('problem')} problems={faults} />
      {state.conflict && <Differences locale={locale} conflict={state.conflict} />}
    </>
  )
}

function Differences({ locale, conflict }: Readonly<{ locale: Locale; conflict: Conflict }>) {
  const t = translator(locale, 'filmDesk')
  return (
    <section className="note note--warn note--wide flow" id="conflict" aria-labelledby="conflict-heading" tabIndex={-1}>
      <h3 id="conflict-heading">{t('conflict.heading', { who: isolated(conflict.who) })}</h3>
      <p>{t('conflict.text')}</p>
      <Stretches stretches={conflict.stretches} first={t('conflict.theirs')} second={t('conflict.yours')} />
    </section>
  )
}

/** What a form carries along unseen. */
export function Hidden({ values }: Readonly<{ values: Values }>) {
  return Object.entries(values).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)
}
