import { ErrorSummary } from '#components/ui/error-summary.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { Conflict, StoryFormState } from '#lib/stories/editing/form.ts'
import { problemsOf } from './problems.ts'
import { Stretches } from './stretches.tsx'

type Props = Readonly<{ locale: Locale; page: string; state: StoryFormState; order: readonly string[] }>

/** What stands first in a form of the desk: the title of the page, what is wrong, and what somebody else saved meanwhile. */
export function FormHead({ locale, page, state, order }: Props) {
  const staff = translator(locale, 'staff')
  const problems = problemsOf(locale, state, order)
  const title = translator(locale, 'storyDesk')('pageTitle', { page })
  return (
    <>
      <title>{problems.length > 0 ? staff('errorTitle', { title }) : title}</title>
      <ErrorSummary heading={staff('problem')} problems={problems} />
      {state.conflict && <Differences locale={locale} conflict={state.conflict} />}
    </>
  )
}

function Differences({ locale, conflict }: Readonly<{ locale: Locale; conflict: Conflict }>) {
  const t = translator(locale, 'storyDesk')
  return (
    <section className="note note--warn note--wide flow" id="conflict" aria-labelledby="conflict-heading" tabIndex={-1}>
      <h2 id="conflict-heading">{t('conflict.heading', { who: `\u2068${conflict.who}\u2069` })}</h2>
      <p>{t('conflict.text')}</p>
      <Stretches stretches={conflict.stretches} first={t('conflict.theirs')} second={t('conflict.yours')} />
    </section>
  )
}
