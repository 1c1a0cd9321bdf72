import type { ReactNode } from 'react'
import { Ltr } from '#components/ui/ltr.tsx'
import { TableRegion } from '#components/ui/table-region.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { Time } from './time.tsx'

export type ShownSession = Readonly<{ id: string; createdAt: Date; lastSeenAt: Date; expiresAt: Date; device: string | null }>

type Props = Readonly<{
  locale: Locale
  sessions: readonly ShownSession[]
  /** The session of this very browser, where it is among them. */
  ownId: string | null
  /** The form that ends one session. */
  end: (session: ShownSession, children: ReactNode) => ReactNode
}>

/** Open sessions: when they began, when they were seen, on what, and a button that ends each. */
export function SessionTable({ locale, sessions, ownId, end }: Props) {
  const t = translator(locale, 'people')
  return (
    <TableRegion labelledBy="sessions-caption">
      <table>
        <caption id="sessions-caption">{t('session.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('session.begun')}</th>
            <th scope="col">{t('session.seen')}</th>
            <th scope="col">{t('session.until')}</th>
            <th scope="col">{t('session.device')}</th>
            <th scope="col">
              <span className="vh">{t('session.action')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => (
            <tr key={session.id}>
              <th scope="row" className="staff-when">
                <Time locale={locale} at={session.createdAt} />
                {session.id === ownId && <span className="muted"> ({t('session.here')})</span>}
              </th>
              <td className="staff-when">
                <Time locale={locale} at={session.lastSeenAt} />
              </td>
              <td className="staff-when">
                <Time locale={locale} at={session.expiresAt} />
              </td>
              <td>{deviceWords(locale, session.device)}</td>
              <td>
                {end(
                  session,
                  <button className="btn btn--line btn--sm" type="submit">
                    {t('session.end')}
                    <span className="vh"> {t('session.endThis', { at: session.createdAt.toISOString().slice(11, 16) })}</span>
                  </button>,
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  )
}

/** Browser and system in words, as far as they are known. */
function deviceWords(locale: Locale, device: string | null): ReactNode {
  const t = translator(locale, 'people')
  const [browser = '', system = ''] = (device ?? '').split('/')
  if (browser && system) return <Ltr>{t('session.both', { browser, system })}</Ltr>
  return browser || system ? <Ltr>{browser || system}</Ltr> : t('session.unknown')
}
