import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { may } from '#lib/staff/permissions.ts'

const files = ['submissions.csv', 'submissions.json', 'reviews.csv'] as const

/** What can be taken along as a file, as far as this person may. */
export function EntryExports({ locale, actor }: Readonly<{ locale: Locale; actor: StaffActor }>) {
  if (!may(actor, 'export.safe')) return null
  const t = translator(locale, 'staff')
  return (
    <details className="more queue-exports">
      <summary>{t('queue.exports.heading')}</summary>
      <p className="small">{t('queue.exports.text')}</p>
      <ul className="list">
        {files.map((file) => (
          <li key={file}>
            <a href={`/api/exports/${file}?variant=safe`} download="">
              {t(`queue.exports.${fileKey[file]}`)}
            </a>{' '}
            {t('queue.exports.safe')}
            {may(actor, 'export.full') && (
              <>
                {t('comma')}
                <a href={`/api/exports/${file}?variant=full`} download="">
                  {t('queue.exports.full')}
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}

const fileKey = { 'submissions.csv': 'table', 'submissions.json': 'json', 'reviews.csv': 'reviews' } as const
