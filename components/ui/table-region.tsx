import type { ReactNode } from 'react'

// A region that scrolls must take the focus, or a keyboard cannot scroll it.
const reachable = { tabIndex: 0 }

/** Around a table that may be wider than the screen. `labelledBy` is the id of its caption. */
export function TableRegion({ labelledBy, children }: { readonly labelledBy: string; readonly children: ReactNode }) {
  return (
    <section className="scroll" aria-labelledby={labelledBy} {...reachable}>
      {children}
    </section>
  )
}
