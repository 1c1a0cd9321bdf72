import { requireStaff } from '#app/_auth/session.ts'
import { AppealForm } from '#components/staff/appeal.tsx'
import { AppealNote } from '#components/staff/appeal-note.tsx'
import { Said } from '#components/submissions/said.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { translator } from '#lib/i18n/translator.ts'
import { noteSeen } from '#lib/review/commands/note-seen.ts'
import { may } from '#lib/staff/permissions.ts'
import { appealForStaff } from '#lib/submissions/staff/appeals.ts'
import { entryForStaff } from '#lib/submissions/staff/queries.ts'
import { Desk } from '../../../desk.tsx'
import { staffLocale } from '../../../language.ts'
import { Missing } from '../../../missing.tsx'
import { decide } from './actions.ts'

/** One appeal beside the story it is about, with the form that decides it. */
export default async function AppealPage({ params, searchParams }: PageProps<'/staff/submissions/[id]/appeal'>) {
  const actor = await requireStaff()
  const [locale, { id }, { done }] = await Promise.all([staffLocale(), params, searchParams])
  const entry = may(actor, 'appeal.decide') ? await entryForStaff(actor, decodeURIComponent(id)) : null
  const appeal = entry && (await appealForStaff(actor, entry.id))
  if (!entry || !appeal) return <Missing locale={locale} actor={actor} />
  await noteSeen(actor, entry.id)
  const t = translator(locale, 'staff')
  return (
    <Desk locale={locale} actor={actor} current="entries">
      <div className="staff-between">
        <h1>{t('appeal.page', { reference: entry.reference })}</h1>
        <ButtonLink look="line" href={`/staff/submissions/${entry.reference}`}>
          {t('appeal.entry')}
        </ButtonLink>
      </div>
      {done === '1' && appeal.decided && (
        <p className="note note--info" role="status">
          {t('appeal.done')}
        </p>
      )}
      <div className="review">
        <div className="flow staff-reading">
          <AppealNote locale={locale} appeal={appeal} />
          <section className="card flow" aria-labelledby="story">
            <h2 id="story">{t('entry.story')}</h2>
            <Said lang={entry.storyLanguage}>{entry.story}</Said>
          </section>
        </div>
        {appeal.decided ? (
          <title>{t('appeal.title', { reference: entry.reference })}</title>
        ) : (
          <AppealForm
            locale={locale}
            reference={entry.reference}
            appealId={appeal.id}
            version={appeal.version}
            canDecide={appeal.canDecide}
            action={decide}
          />
        )}
      </div>
    </Desk>
  )
}
