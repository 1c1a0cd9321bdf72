import type { ReactNode } from 'react'
import { BackLink } from '#components/ui/back-link.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { Desk } from '../desk.tsx'

const doings = ['settings', 'closing', 'proposed', 'declined', 'region', 'stop', 'resume', 'rules', 'draft'] as const

type Props = Readonly<{ locale: Locale; actor: StaffActor; heading: string; done: string | undefined; children: ReactNode }>

/** A page below the campaign page: the way back, what was just done, and the work. */
export function CampaignPage({ locale, actor, heading, done, children }: Props) {
  const t = translator(locale, 'campaignDesk')
  return (
    <Desk locale={locale} actor={actor} current="campaign">
      <BackLink href="/staff/campaign">{t('back')}</BackLink>
      <h1>{heading}</h1>
      <Done locale={locale} done={done} />
      {children}
    </Desk>
  )
}

/** What was just done, in words. */
export function Done({ locale, done }: Readonly<{ locale: Locale; done: string | undefined }>) {
  const known = doings.find((doing) => doing === done)
  if (!known) return null
  return (
    <p className="note note--info" role="status">
      {translator(locale, 'campaignDesk')(`saved.${known}`)}
    </p>
  )
}
