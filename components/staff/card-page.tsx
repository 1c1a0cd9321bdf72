import type { ReactNode } from 'react'
import { Mark } from '#components/ui/mark.tsx'
import { clothDataUri } from '#lib/art/cloth.ts'

/** A page of one card under a strip of cloth: everything before somebody is signed in. */
export function CardPage({ site, children }: Readonly<{ site: string; children: ReactNode }>) {
  return (
    <main id="main" className="staff-door" tabIndex={-1}>
      <div className="card staff-door__card">
        <div className="staff-door__cloth" aria-hidden="true">
          {[0, 1, 2, 3, 4].map((piece) => (
            <img key={piece} src={clothDataUri('staff-sign-in')} alt="" width={96} height={96} />
          ))}
        </div>
        <div className="staff-door__in flow">
          <p className="mark">
            <Mark />
            <span>{site}</span>
          </p>
          {children}
        </div>
      </div>
    </main>
  )
}
