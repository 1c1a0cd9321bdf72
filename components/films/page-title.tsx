'use client'

/** The title of a page with several forms, for the end of the page: that of a form with errors stands before it and counts. */
export function PageTitle({ children }: Readonly<{ children: string }>) {
  // A title that the server writes would come before those of the forms.
  return <title>{children}</title>
}
