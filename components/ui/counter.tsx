type Props = {
  /** The id of the control it counts. */
  readonly counts: string
  readonly max: number
  /** The words around the number, with `%` in its place. */
  readonly words: string
}

/** How much has been written so far. Empty without scripts: the limit stands in the hint. */
export function Counter({ counts, max, words }: Props) {
  return (
    <>
      <p className="counter" data-counts={counts} data-max={max} data-words={words} hidden />
      <script type="module" src="/modules/counter.js" />
    </>
  )
}
