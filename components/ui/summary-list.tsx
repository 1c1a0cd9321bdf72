import type { ReactNode } from 'react'

export type SummaryRow = {
  readonly key: string
  readonly term: string
  readonly value: ReactNode
  /** Where this answer is changed; `what` completes the link's words for people who hear it on its own. */
  readonly change?: { readonly href: string; readonly word: string; readonly what: string }
}

/** Questions and their answers, each with a way to change it. */
export function SummaryList({ rows }: { readonly rows: readonly SummaryRow[] }) {
  return (
    <dl className="sum">
      {rows.map((row) => (
        <div key={row.key}>
          <dt>{row.term}</dt>
          <dd>{row.value}</dd>
          {row.change && (
            <dd>
              <a href={row.change.href}>
                {row.change.word}
                <span className="vh"> {row.change.what}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}
