import { Icon } from './icon.tsx'

/** Leads to the page before this one. */
export function BackLink({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <p className="task__back">
      <a className="back" href={href}>
        <Icon name="back" turns />
        {children}
      </a>
    </p>
  )
}
