'use client'

import { useActionState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Radios } from '#components/ui/choices.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { recusals } from '#lib/review/lifecycle.ts'

export type RecuseState = Readonly<{ problem: 'missing' | 'closed' | null }>
type Props = Readonly<{
  locale: Locale
  assignmentId: string
  title: string
  action: (state: RecuseState, form: FormData) => Promise<RecuseState>
}>

/** The way out for who knows the person, or cannot judge fairly. */
export function RecuseForm({ locale, assignmentId, title, action }: Props) {
  const [{ problem }, submit] = useActionState(action, { problem: null })
  const [t, staff] = [translator(locale, 'review'), translator(locale, 'staff')]
  const words = problem === 'missing' ? t('recuse.missing') : t('form.errors.closed')
  return (
    <details className="more" open={problem !== null}>
      <summary>{t('recuse.heading')}</summary>
      <form action={submit} className="flow" noValidate>
        {problem && <title>{staff('suffix', { page: staff('errorTitle', { title }) })}</title>}
        <ErrorSummary
          heading={staff('problem')}
          problems={problem ? [{ words, ...(problem === 'missing' ? { href: '#why' } : {}) }] : []}
        />
        <p>{t('recuse.text')}</p>
        <input type="hidden" name="assignment" value={assignmentId} />
        <Radios
          name="why"
          label={t('recuse.why')}
          value=""
          errorWord={staff('errorWord')}
          error={problem === 'missing' ? t('recuse.missing') : undefined}
          choices={recusals.map((value) => ({ value, label: t(`recuse.whyOf.${value}`) }))}
        />
        <Button look="danger">{t('recuse.button')}</Button>
      </form>
    </details>
  )
}
