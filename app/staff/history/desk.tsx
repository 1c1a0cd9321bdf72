import type { ReactNode } from 'react'
import { BackLink } from '#components/ui/back-link.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { Desk } from '../desk.tsx'

const doings = ['saved', 'same', 'down', 'back', 'noted', 'answered', 'closed'] as const

export type Query = Readonly<Record<string, string | string[] | undefined>>

type Props = Readonly<{
  locale: Locale
  actor: StaffActor
  back: Readonly<{ href: string; words: string }> | null
  heading: ReactNode
  beside?: ReactNode
  query: Query
  children: ReactNode
}>

/** A page of the history desk: the way back, what was just done, and the work. */
export function HistoryDesk({ locale, actor, back, heading, beside, query, children }: Props) {
  return (
    <Desk locale={locale} actor={actor} current="history">
      {back && <BackLink href={back.href}>{back.words}</BackLink>}
      <div className="staff-between">
        <h1>{heading}</h1>
        {beside}
      </div>
      <Done locale={locale} query={query} />
      {children}
    </Desk>
  )
}

function Done({ locale, query }: Readonly<{ locale: Locale; query: Query }>) {
  const asked = [query.done].flat()[0]
  const done = doings.find((one) => one === asked)
  if (!done) return null
  const number = /^\d{1,9}$/.exec([query.n].flat()[0] ?? '')?.[0] ?? ''
  return (
    <p className="note note--info" role="status">
      {translator(locale, 'historyDesk')(`done.${done}`, { number })}
    </p>
  )
}
