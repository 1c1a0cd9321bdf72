import { requireStaff } from '#app/_auth/session.ts'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { ErrorSummary, type Problem } from '#components/ui/error-summary.tsx'
import { TextField } from '#components/ui/field.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { may } from '#lib/staff/permissions.ts'
import { Desk } from '../../desk.tsx'
import { staffLocale } from '../../language.ts'
import { Missing } from '../../missing.tsx'

const fields = ['chainId', 'token'] as const
type Field = (typeof fields)[number]

/** The files that payments are made from. A batch that was asked for wrongly comes back here with what is wrong. */
export default async function PaymentsPage({ searchParams }: PageProps<'/staff/awards/payments'>) {
  const actor = await requireStaff()
  const [locale, query] = await Promise.all([staffLocale(), searchParams])
  if (!may(actor, 'payout.see')) return <Missing locale={locale} actor={actor} />
  const t = translator(locale, 'awards')
  const staff = translator(locale, 'staff')
  const first = (name: string) => [query[name]].flat()[0] ?? ''
  const wrong = fields.filter((name) => [query.wrong].flat().includes(name))
  const problems: Problem[] = wrong.map((name) => ({ words: t(`payments.errors.${name}`), href: `#${name}` }))
  if (query.wrong === 'stopped') problems.push({ words: t('payments.errors.stopped') })
  const title = staff('suffix', { page: t('payments.heading') })
  return (
    <Desk locale={locale} actor={actor} current="awards">
      <title>{problems.length > 0 ? staff('errorTitle', { title }) : title}</title>
      <ErrorSummary heading={staff('problem')} problems={problems} />
      <div className="staff-between">
        <h1>{t('payments.heading')}</h1>
        <ButtonLink look="line" href="/staff/awards">
          {t('back')}
        </ButtonLink>
      </div>
      <p>{t('payments.lead')}</p>
      <p className="note note--warn note--wide">{t('payments.warn')}</p>
      <div className="grid2">
        <section className="card flow award__acts" aria-labelledby="table">
          <h2 id="table">{t('payments.csv')}</h2>
          <p>{t('payments.csvText')}</p>
          <ButtonLink href="/staff/awards/payout.csv">{t('payments.csvButton')}</ButtonLink>
        </section>
        <SafeForm locale={locale} values={{ chainId: first('chainId'), token: first('token') }} wrong={wrong} />
      </div>
    </Desk>
  )
}

type Safe = Readonly<{ locale: Locale; values: Readonly<Record<Field, string>>; wrong: readonly Field[] }>

function SafeForm({ locale, values, wrong }: Safe) {
  const t = translator(locale, 'awards')
  const about = (name: Field) => ({
    ...{ name, value: values[name], label: t(`payments.${name}`), hint: t(`payments.${name}Hint`), dir: 'ltr', spellCheck: false },
    ...{ error: wrong.includes(name) ? t(`payments.errors.${name}`) : undefined, errorWord: translator(locale, 'staff')('errorWord') },
  })
  return (
    <section className="card flow" aria-labelledby="safe">
      <h2 id="safe">{t('payments.safe')}</h2>
      <p>{t('payments.safeText')}</p>
      <form action="/staff/awards/payout-safe.json" className="flow" noValidate>
        <TextField {...about('chainId')} inputMode="numeric" autoComplete="off" />
        <TextField {...about('token')} autoComplete="off" autoCapitalize="none" />
        <Button>{t('payments.safeButton')}</Button>
      </form>
    </section>
  )
}
