import type { ReactNode } from 'react'

export type ButtonLook = 'primary' | 'ink' | 'line' | 'danger' | 'plain'

type Look = { readonly look?: ButtonLook; readonly small?: boolean; readonly children: ReactNode }

function classOf({ look = 'primary', small = false }: Pick<Look, 'look' | 'small'>): string {
  return small ? `btn btn--${look} btn--sm` : `btn btn--${look}`
}

/** Sends the form it stands in. `name` and `value` tell which of several was pressed. */
export function Button({
  look = 'primary',
  small = false,
  name,
  value,
  children,
}: Look & { readonly name?: string; readonly value?: string }) {
  return (
    <button className={classOf({ look, small })} type="submit" name={name} value={value}>
      {children}
    </button>
  )
}

/** A link that leads on, in the look of a button. */
export function ButtonLink({
  href,
  look = 'primary',
  small = false,
  children,
  ...more
}: Look & { readonly href: string; readonly download?: string }) {
  return (
    <a className={classOf({ look, small })} href={href} {...more}>
      {children}
    </a>
  )
}
