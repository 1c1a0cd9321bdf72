import { requireStaff } from '#app/_auth/session.ts'
import { AuditFilterForm } from '#components/audit/filters.tsx'
import { AuditTable } from '#components/audit/table.tsx'
import { Verdict } from '#components/audit/verdict.tsx'
import { VerifyForm } from '#components/audit/verify-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { auditAddress, readAuditFilters, readAuditPlace } from '#lib/audit/filters.ts'
import { auditedStaff, auditPage, verificationOf } from '#lib/audit/list.ts'
import { translator } from '#lib/i18n/translator.ts'
import { may } from '#lib/staff/permissions.ts'
import { Desk } from '../desk.tsx'
import { staffLocale } from '../language.ts'
import { Missing } from '../missing.tsx'
import { verify } from './actions.ts'

/** Everything that was recorded, and whether it still is as it was written. */
export default async function AuditPage({ searchParams }: PageProps<'/staff/audit'>) {
  const actor = await requireStaff()
  const [locale, query] = await Promise.all([staffLocale(), searchParams])
  if (!may(actor, 'audit.see')) return <Missing locale={locale} actor={actor} />
  const t = translator(locale, 'auditDesk')
  const filters = readAuditFilters(query)
  const verified = [query.verified].flat()[0] ?? ''
  const [page, people, found] = await Promise.all([
    auditPage(actor, filters, readAuditPlace(query)),
    auditedStaff(actor),
    /^\d{1,18}$/.test(verified) ? verificationOf(actor, BigInt(verified)) : null,
  ])
  return (
    <Desk locale={locale} actor={actor} current="audit">
      <title>{t('title')}</title>
      <div className="staff-between">
        <h1>{t('heading')}</h1>
        <VerifyForm locale={locale} action={verify} />
      </div>
      <p className="muted">{t('intro')}</p>
      {found && <Verdict locale={locale} found={found} />}
      <AuditFilterForm locale={locale} filters={filters} people={people} />
      {page.lines.length > 0 ? <AuditTable locale={locale} lines={page.lines} /> : <p role="status">{t('none')}</p>}
      {(page.newer !== null || page.older !== null) && (
        <nav aria-label={t('pages')} className="btns">
          {page.newer !== null && (
            <ButtonLink look="line" href={auditAddress(filters, { newer: page.newer })}>
              {t('newer')}
            </ButtonLink>
          )}
          {page.older !== null && (
            <ButtonLink look="line" href={auditAddress(filters, { older: page.older })}>
              {t('older')}
            </ButtonLink>
          )}
        </nav>
      )}
      {may(actor, 'export.full') && (
        <p className="btns">
          <ButtonLink look="line" href="/api/exports/audit.csv?variant=full" download="">
            {t('export')}
          </ButtonLink>
          <ButtonLink look="line" href="/api/exports/audit.csv" download="">
            {t('exportSafe')}
          </ButtonLink>
        </p>
      )}
    </Desk>
  )
}
