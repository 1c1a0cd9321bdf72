import { Said } from '#components/submissions/said.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { dateTime } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { AppealOutcome } from '#lib/submissions/staff/appeal-schema.ts'

type Shown = Readonly<{
  reference: string
  text: string
  at: Date
  decided: Readonly<{ outcome: AppealOutcome; reason: string; at: Date; by: string }> | null
}>

/** An appeal in the storyteller's words and how it ended; with `isLinked` also where it is decided. */
export function AppealNote({ locale, appeal, isLinked = false }: Readonly<{ locale: Locale; appeal: Shown; isLinked?: boolean }>) {
  const t = translator(locale, 'staff')
  const { decided } = appeal
  return (
    <section className="card flow" aria-labelledby="appeal">
      <h2 id="appeal">{t('appeal.heading')}</h2>
      <p className="small muted">{t('appeal.sent', { at: dateTime(locale, appeal.at) })}</p>
      <Said>{appeal.text}</Said>
      {decided && (
        <>
          <p>
            <b>{t(`appeal.${decided.outcome}`)}</b> <bdi>{decided.by}</bdi>, {dateTime(locale, decided.at)}
          </p>
          <Said>{decided.reason}</Said>
        </>
      )}
      {isLinked && !decided && (
        <p>
          <ButtonLink look="line" href={`/staff/submissions/${appeal.reference}/appeal`}>
            {t('appeal.decide')}
          </ButtonLink>
        </p>
      )}
    </section>
  )
}
