import { requireStaff } from '#app/_auth/session.ts'
import { StepForm } from '#components/stories-desk/step-form.tsx'
import { Stretches } from '#components/stories-desk/stretches.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { languageName } from '#lib/i18n/format.ts'
import { type Locale, locales } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { may } from '#lib/staff/permissions.ts'
import { languageParts, type StoryContent } from '#lib/stories/editing/content.ts'
import { differences } from '#lib/stories/editing/differences.ts'
import { type PartName, plainPart, samePart } from '#lib/stories/editing/parts.ts'
import { storyOnDesk, storyRevision } from '#lib/stories/editing/queries.ts'
import { staffLocale } from '../../../../language.ts'
import { Missing } from '../../../../missing.tsx'
import { StoryDesk } from '../../../desk.tsx'
import { bringBack } from './actions.ts'

/** One version of a story: what differs from the desk, and the way to bring it back. */
export default async function RevisionPage({ params }: PageProps<'/staff/stories/[id]/revisions/[number]'>) {
  const actor = await requireStaff()
  const [locale, { id, number: typed }] = await Promise.all([staffLocale(), params])
  const number = /^\d{1,9}$/.test(typed) ? Number(typed) : 0
  const allowed = may(actor, 'story.edit')
  const story = allowed ? await storyOnDesk(actor, id) : null
  const content = story ? await storyRevision(actor, id, number) : null
  if (!story || !content) return <Missing locale={locale} actor={actor} />
  const t = translator(locale, 'storyDesk')
  const page = t('revisions.view', { number: String(number) })
  const beside = (
    <ButtonLink look="line" href={`/staff/stories/${id}/preview/en?n=${number}`}>
      {t('preview.link')}
    </ButtonLink>
  )
  const hidden = { story: id, number: String(number), base: String(story.head) }
  return (
    <StoryDesk
      locale={locale}
      actor={actor}
      back={{ href: `/staff/stories/${id}`, words: t('backStory') }}
      heading={page}
      beside={beside}
      query={{}}
    >
      {number !== story.head ? (
        <StepForm
          locale={locale}
          page={page}
          hidden={hidden}
          button={t('revisions.restore', { number: String(number) })}
          action={bringBack}
        >
          <p>{t('revisions.restoreText')}</p>
        </StepForm>
      ) : (
        <title>{t('pageTitle', { page })}</title>
      )}
      <Changes locale={locale} first={content} second={story.content} number={number} head={story.head} />
    </StoryDesk>
  )
}

type ChangesProps = Readonly<{ locale: Locale; first: StoryContent; second: StoryContent; number: number; head: number }>

function Changes({ locale, first, second, number, head }: ChangesProps) {
  const t = translator(locale, 'storyDesk')
  const names: readonly PartName[] = [
    { part: 'facts' },
    { part: 'film' },
    ...locales.flatMap((one) => languageParts.map((part) => ({ part, locale: one }))),
  ]
  const changed = names.filter((name) => !samePart(first, second, name))
  const heading = (name: PartName) => {
    if (name.part === 'facts') return t('facts.heading')
    if (name.part === 'film') return t('files.heading')
    return t('of', { what: t(`part.${name.part}`), language: languageName(locale, name.locale) })
  }
  return (
    <section className="card flow" aria-labelledby="changes">
      <h2 id="changes">{t('revisions.compare', { head: String(head) })}</h2>
      {changed.length === 0 && <p>{t('revisions.same')}</p>}
      {changed.map((name) => (
        <div key={heading(name)} className="flow">
          <h3>{heading(name)}</h3>
          <Stretches
            stretches={differences(plainPart(first, name), plainPart(second, name))}
            first={t('revisions.first', { number: String(number) })}
            second={t('revisions.second')}
          />
        </div>
      ))}
    </section>
  )
}
