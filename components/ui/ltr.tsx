import type { ReactNode } from 'react'

/** Links, references and addresses keep their own direction in a right-to-left page. */
export function Ltr({ children }: { readonly children: ReactNode }) {
  return <bdi dir="ltr">{children}</bdi>
}

/** The same for the `<ltr>` marks of a message, and bold for its `<b>` marks. */
export const marks = {
  ltr: (words: ReactNode) => <Ltr>{words}</Ltr>,
  b: (words: ReactNode) => <b>{words}</b>,
}
