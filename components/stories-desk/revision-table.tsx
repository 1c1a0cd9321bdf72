import { Time } from '#components/staff/time.tsx'
import { TableRegion } from '#components/ui/table-region.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { DeskStory } from '#lib/stories/editing/views.ts'

/** The versions of a story, newest first; each leads to what differs and to the way back. */
export function RevisionTable({ locale, story }: Readonly<{ locale: Locale; story: DeskStory }>) {
  const t = translator(locale, 'storyDesk')
  if (story.revisions.length === 0) return null
  return (
    <section className="card flow" aria-labelledby="versions-heading">
      <h2 id="versions-heading">{t('revisions.heading')}</h2>
      <TableRegion labelledBy="versions">
        <table>
          <caption id="versions" className="vh">
            {t('revisions.caption')}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('revisions.number')}</th>
              <th scope="col">{t('column.state')}</th>
              <th scope="col">{t('revisions.who')}</th>
              <th scope="col">{t('revisions.when')} (UTC)</th>
            </tr>
          </thead>
          <tbody>
            {story.revisions.map(({ number, kind, restoredFrom, who, at }) => (
              <tr key={number}>
                <th scope="row">
                  <a href={`/staff/stories/${story.id}/revisions/${number}`}>{t('revisions.view', { number: String(number) })}</a>
                  {number === story.publicNumber && <span className="story-sub">{t('revisions.public')}</span>}
                  {number === story.head && <span className="story-sub">{t('revisions.newest')}</span>}
                </th>
                <td>{t(`revisions.kind.${kind}`, { from: String(restoredFrom ?? '') })}</td>
                <td>
                  <bdi>{who ?? t('revisions.system')}</bdi>
                </td>
                <td className="staff-when">
                  <Time locale={locale} at={at} withYear />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </section>
  )
}
