/** What has to be put right. `href` leads to the control (`#name`) or to the page where that is done; some problems lead nowhere. */
export type Problem = { readonly words: string; readonly href?: string }

// Where no script runs, the browser itself puts the focus here.
const takesFocus = { autoFocus: true }

/** Stands first in the form's part of the page and takes the focus. */
export function ErrorSummary({ heading, problems }: { readonly heading: string; readonly problems: readonly Problem[] }) {
  if (problems.length === 0) return null
  return (
    <section className="errsum" aria-labelledby="error-summary" tabIndex={-1} data-error-summary {...takesFocus}>
      <div role="alert">
        <h2 id="error-summary">{heading}</h2>
        <ul className="plain">
          {problems.map((problem) => (
            <li key={problem.href ?? problem.words}>
              {problem.href ? <a href={problem.href}>{problem.words}</a> : <b>{problem.words}</b>}
            </li>
          ))}
        </ul>
      </div>
      <script type="module" src="/modules/error-summary.js" />
    </section>
  )
}
