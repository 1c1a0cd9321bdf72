'use client'

import { type ReactNode, useActionState } from 'react'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { type BulkList, type BulkState, EntryBulk, hasBulkErrors } from './entry-bulk.tsx'
import { EntryViews, type ViewList, type ViewState } from './entry-views.tsx'

type Props = Readonly<{
  locale: Locale
  title: string
  /** What was found, in words. */
  shown: string
  views: ViewList
  save: (state: ViewState, form: FormData) => Promise<ViewState>
  /** Null where there is nothing to screen: then `children` stand there. */
  bulk: BulkList | null
  deadlineOn: string
  screen: (state: BulkState, form: FormData) => Promise<BulkState>
  children: ReactNode
}>

/** The two forms of the list: one names it, one screens what is ticked. The page has one title, and it says when either has to be put right. */
export function EntryWork({ locale, title, shown, views, save, bulk, deadlineOn, screen, children }: Props) {
  const back = bulk?.back ?? ''
  const empty = { version: '', outcome: '', rule: '', note: '', question: '', deadlineOn, checks: [], entry: [], back }
  const [naming, name] = useActionState(save, { name: '', error: null })
  const [screening, submit] = useActionState(screen, { values: empty, errors: {} })
  const isWrong = naming.error !== null || hasBulkErrors(screening)
  return (
    <>
      <title>{isWrong ? translator(locale, 'staff')('errorTitle', { title }) : title}</title>
      <EntryViews locale={locale} {...views} state={naming} submit={name} />
      <p role="status" className="small">
        {shown}
      </p>
      {bulk ? <EntryBulk locale={locale} {...bulk} state={screening} submit={submit} /> : children}
    </>
  )
}
