import { Checkbox, Radios } from '#components/ui/choices.tsx'
import type { Problem } from '#components/ui/error-summary.tsx'
import { TextField } from '#components/ui/field.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { staffRoles } from '#lib/staff/actor.ts'
import { languagesMax, nameMax, type PersonErrors, type PersonField, type PersonValues } from '#lib/staff/person-form.ts'

type Props = Readonly<{ locale: Locale; values: PersonValues; errors: PersonErrors }>

/** What an admin decides about a person: name, role, independence, languages. */
export function PersonFields({ locale, values, errors }: Props) {
  const t = translator(locale, 'people')
  const staff = translator(locale, 'staff')
  const about = (name: PersonField) => ({ name, error: wordsOf(locale, errors, name), errorWord: staff('errorWord') })
  return (
    <>
      <TextField {...about('name')} label={t('form.name')} value={values.name} dir="auto" autoComplete="off" />
      <Radios
        {...about('role')}
        label={t('form.role')}
        value={values.role}
        choices={staffRoles.map((value) => ({ value, label: staff(`role.${value}`), hint: t(`form.roleHint.${value}`) }))}
      />
      <Checkbox
        {...about('independent')}
        label={
          <>
            {t('form.independent')}
            <small>{t('form.independentHint')}</small>
          </>
        }
        checked={values.independent}
      />
      <TextField
        {...about('languages')}
        label={t('form.languages')}
        hint={t('form.languagesHint')}
        value={values.languages}
        dir="ltr"
        autoComplete="off"
        spellCheck={false}
        autoCapitalize="none"
      />
    </>
  )
}

const order = ['email', 'name', 'role', 'independent', 'languages'] as const satisfies readonly PersonField[]

/** Every wrong field, in the order of the form. */
export function personProblems(locale: Locale, errors: PersonErrors): Problem[] {
  return order.flatMap((name) => {
    const words = wordsOf(locale, errors, name)
    return words ? [{ words, href: `#${name}` }] : []
  })
}

/** The words for what is wrong with one field. */
export function wordsOf(locale: Locale, errors: PersonErrors, name: PersonField): string | undefined {
  const error = errors[name]
  if (!error) return undefined
  const max = String(error.code === 'name.tooLong' ? nameMax : languagesMax)
  return translator(locale, 'people')(`errors.${error.code}`, { max, tag: error.tag ?? '' })
}
