/** Somebody's own words, with the line breaks they made, in the direction of their language. */
export function Said({ children, lang }: { readonly children: string; readonly lang?: string | undefined }) {
  return (
    <div className="said" dir="auto" lang={lang}>
      {children}
    </div>
  )
}
