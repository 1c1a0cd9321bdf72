'use client'

import { useActionState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { TextField } from '#components/ui/field.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { type SavedView, viewNameMost } from '#lib/submissions/staff/views.ts'

export type ViewState = Readonly<{ name: string; error: 'missing' | 'too-long' | 'too-many' | null }>
export type DropState = Readonly<{ done: boolean }>

export type ViewList = Readonly<{
  views: readonly SavedView[]
  /** The query of the list as it is shown. */
  query: string
  drop: (state: DropState, form: FormData) => Promise<DropState>
}>

type Props = ViewList & Readonly<{ locale: Locale; state: ViewState; submit: (form: FormData) => void }>

/** The views this person gave a name, and the form that names the one on the screen. */
export function EntryViews({ locale, views, query, drop, state, submit }: Props) {
  const t = translator(locale, 'staff')
  const error = state.error ? t(`queue.viewErrors.${state.error}`, { max: String(viewNameMost) }) : undefined
  return (
    <details className="more queue-views" open={views.length > 0 || error !== undefined}>
      <summary>{t('queue.views')}</summary>
      {views.length > 0 && (
        <ul className="plain queue-views__list">
          {views.map((view) => (
            <li key={view.id}>
              <a href={`/staff/submissions?${view.query}`} aria-current={view.query === query ? 'true' : undefined}>
                <bdi>{view.name}</bdi>
              </a>
              <Drop locale={locale} view={view} query={query} action={drop} />
            </li>
          ))}
        </ul>
      )}
      <form action={submit} className="flow" noValidate>
        <ErrorSummary heading={t('problem')} problems={error ? [{ words: error, href: '#name' }] : []} />
        <input type="hidden" name="query" value={query} />
        <TextField
          {...{ name: 'name', error, errorWord: t('errorWord') }}
          label={t('queue.viewName')}
          hint={t('queue.viewHint')}
          value={state.name}
          dir="auto"
          autoComplete="off"
        />
        <Button look="line">{t('queue.saveView')}</Button>
      </form>
    </details>
  )
}

type DropProps = Readonly<{ locale: Locale; view: SavedView; query: string; action: ViewList['drop'] }>

function Drop({ locale, view, query, action }: DropProps) {
  const [, submit] = useActionState(action, { done: false })
  const t = translator(locale, 'staff')
  return (
    <form action={submit}>
      <input type="hidden" name="id" value={view.id} />
      <input type="hidden" name="back" value={query} />
      <Button look="plain" small>
        {t('queue.dropView')}
        <span className="vh"> {view.name}</span>
      </Button>
    </form>
  )
}
