import { ButtonLink } from '#components/ui/button.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { Desk } from './desk.tsx'

/** For what does not exist and for what is not for this person alike: status 404, never a refusal that tells it is there. */
export function Missing({ locale, actor }: Readonly<{ locale: Locale; actor: StaffActor }>) {
  const t = translator(locale, 'staff')
  return (
    <Desk locale={locale} actor={actor} current={null}>
      <meta name="hob-status" content="404" />
      <title>{t('suffix', { page: t('missing.heading') })}</title>
      <h1>{t('missing.heading')}</h1>
      <p>{t('missing.text')}</p>
      <p>
        <ButtonLink look="line" href="/staff">
          {t('missing.back')}
        </ButtonLink>
      </p>
    </Desk>
  )
}
