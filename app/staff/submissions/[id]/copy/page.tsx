import { requireStaff } from '#app/_auth/session.ts'
import { BeginCopy } from '#components/review/begin-copy.tsx'
import { Reference } from '#components/submissions/reference.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { type Translator, translator } from '#lib/i18n/translator.ts'
import type { CopyDesk } from '#lib/review/copies-views.ts'
import { copyDesk } from '#lib/review/queries/copies.ts'
import { may } from '#lib/staff/permissions.ts'
import { Desk } from '../../../desk.tsx'
import { staffLocale } from '../../../language.ts'
import { Missing } from '../../../missing.tsx'
import { begin } from './actions.ts'
import { CopyWorkbench } from './workbench.tsx'

export default async function CopyPage({ params, searchParams }: PageProps<'/staff/submissions/[id]/copy'>) {
  const actor = await requireStaff()
  const [locale, { id }, { done }] = await Promise.all([staffLocale(), params, searchParams])
  const desk = may(actor, 'redaction.prepare') ? await copyDesk(actor, decodeURIComponent(id)) : null
  if (!desk) return <Missing locale={locale} actor={actor} />
  const [t, staff] = [translator(locale, 'review'), translator(locale, 'staff')]
  const said = saidOf(t, desk, [done].flat()[0])
  return (
    <Desk locale={locale} actor={actor} current="review">
      <title>{staff('suffix', { page: titleOf(locale, desk) })}</title>
      <div className="staff-between">
        <div>
          <h1>{t.rich('copy.heading', { reference: () => <Reference>{desk.reference}</Reference> })}</h1>
          <p className="small muted">{t(`copies.stateOf.${desk.state}`)}</p>
        </div>
        <ButtonLink look="line" href="/staff/review/copies">
          {t('copy.back')}
        </ButtonLink>
      </div>
      {said && (
        <p className="note note--info reading-note" role="status">
          {said}
        </p>
      )}
      {desk.work ? (
        <CopyWorkbench locale={locale} reference={desk.reference} title={titleOf(locale, desk)} work={desk.work} />
      ) : (
        <NotOpen locale={locale} desk={desk} />
      )}
    </Desk>
  )
}

function titleOf(locale: Locale, { reference }: CopyDesk): string {
  return translator(locale, 'review')('copy.title', { reference })
}

function NotOpen({ locale, desk }: Readonly<{ locale: Locale; desk: CopyDesk }>) {
  const t = translator(locale, 'review')
  if (desk.isReader) return <p className="note note--warn">{t('copy.isReader')}</p>
  return <BeginCopy locale={locale} title={titleOf(locale, desk)} reference={desk.reference} action={begin} />
}

function saidOf(t: Translator<'review'>, { work }: CopyDesk, done: string | undefined): string | null {
  const newest = work?.newest
  if (!newest || (done !== 'saved' && done !== 'approved')) return null
  return t(`copy.${done}`, { number: String(newest.number) })
}
