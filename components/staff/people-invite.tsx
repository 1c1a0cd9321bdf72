'use client'

import { useActionState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { TextField } from '#components/ui/field.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { PersonErrors, PersonValues } from '#lib/staff/person-form.ts'
import { PersonFields, personProblems, wordsOf } from './people-fields.tsx'

export type InviteState = Readonly<{ values: PersonValues; errors: PersonErrors }>

type Props = Readonly<{ locale: Locale; hours: number; action: (state: InviteState, form: FormData) => Promise<InviteState> }>

const empty: PersonValues = { email: '', name: '', role: '', independent: false, languages: '', version: '' }

/** Invites somebody by their mail address. */
export function InviteForm({ locale, hours, action }: Props) {
  const [{ values, errors }, submit] = useActionState(action, { values: empty, errors: {} })
  const t = translator(locale, 'people')
  const staff = translator(locale, 'staff')
  const problems = personProblems(locale, errors)
  return (
    <form action={submit} className="card flow people-form" aria-labelledby="invite" noValidate>
      <title>{problems.length > 0 ? staff('errorTitle', { title: t('title') }) : t('title')}</title>
      <h2 id="invite">{t('form.inviteHeading')}</h2>
      <ErrorSummary heading={staff('problem')} problems={problems} />
      <TextField
        name="email"
        type="email"
        label={t('form.email')}
        hint={t('form.emailHint', { hours: String(hours) })}
        error={wordsOf(locale, errors, 'email')}
        errorWord={staff('errorWord')}
        value={values.email}
        dir="ltr"
        autoComplete="off"
      />
      <PersonFields locale={locale} values={values} errors={errors} />
      <Button>{t('form.invite')}</Button>
    </form>
  )
}
