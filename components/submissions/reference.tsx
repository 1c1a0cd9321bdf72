/** A reference: spelled out letter by letter for people who hear it, in one piece for people who see or copy it. */
export function Reference({ children }: { readonly children: string }) {
  return (
    <>
      <span className="vh">{spelled(children)}</span>
      <span aria-hidden="true" dir="ltr">
        {children}
      </span>
    </>
  )
}

/** "H B, 7 K 2 M, 9 X Q D". */
export function spelled(reference: string): string {
  return reference
    .split('-')
    .map((group) => [...group].join(' '))
    .join(', ')
}
