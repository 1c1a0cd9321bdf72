import { requireStaff } from '#app/_auth/session.ts'
import { AppealNote } from '#components/staff/appeal-note.tsx'
import { EntryActivity } from '#components/staff/entry-activity.tsx'
import { EntryPermissions, EntryPerson, EntrySurvey } from '#components/staff/entry-facts.tsx'
import { EntryPost } from '#components/staff/entry-post.tsx'
import { EntryTwins } from '#components/staff/entry-twins.tsx'
import { SpamPanel } from '#components/staff/spam-panel.tsx'
import { Said } from '#components/submissions/said.tsx'
import { currentCampaign } from '#lib/campaign/queries.ts'
import type { CampaignView } from '#lib/campaign/schema.ts'
import { languageName } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { may } from '#lib/staff/permissions.ts'
import { lastPostCheck, type PostCheckView } from '#lib/submissions/post-checks.ts'
import { appealForStaff } from '#lib/submissions/staff/appeals.ts'
import { entryForStaff } from '#lib/submissions/staff/queries.ts'
import { spamView } from '#lib/submissions/staff/spam-mark.ts'
import { type EntryLikes, entryLikes } from '#lib/submissions/staff/twins.ts'
import type { EntryForStaff } from '#lib/submissions/staff/views.ts'
import { Desk } from '../../desk.tsx'
import { staffLocale } from '../../language.ts'
import { Missing } from '../../missing.tsx'
import { EntryHead } from './head.tsx'
import { Screening } from './screening.tsx'
import { mark, unmark } from './spam/actions.ts'

export default async function EntryPage({ params, searchParams }: PageProps<'/staff/submissions/[id]'>) {
  const actor = await requireStaff()
  const [locale, { id }, { done }] = await Promise.all([staffLocale(), params, searchParams])
  const entry = may(actor, 'submission.read') ? await entryForStaff(actor, decodeURIComponent(id)) : null
  if (!entry) return <Missing locale={locale} actor={actor} />
  const [campaign, check, appeal, likes, spam] = await Promise.all([
    currentCampaign(),
    lastPostCheck(actor, entry.id),
    appealForStaff(actor, entry.id),
    entryLikes(actor, entry.id),
    spamView(actor, entry.id),
  ])
  const canMark = may(actor, 'submission.screen') && (spam.marked !== null || entry.status === 'submitted')
  const spamAction = spam.marked ? unmark : mark
  return (
    <Desk locale={locale} actor={actor} current="entries">
      <EntryHead locale={locale} entry={entry} done={[done].flat()[0]} />
      <div className="review">
        <div className="flow staff-reading">
          {appeal && <AppealNote locale={locale} appeal={appeal} isLinked />}
          <Reading locale={locale} entry={entry} campaign={campaign} check={check} likes={likes} />
        </div>
        <div className="flow">
          {spam.marked && <SpamPanel locale={locale} reference={entry.reference} {...spam} action={canMark ? spamAction : null} />}
          <Screening locale={locale} entry={entry} hashtag={campaign.hashtag} />
          {!spam.marked && canMark && <SpamPanel locale={locale} reference={entry.reference} {...spam} action={spamAction} />}
        </div>
      </div>
    </Desk>
  )
}

type ReadingProps = Readonly<{
  locale: Locale
  entry: EntryForStaff
  campaign: CampaignView
  check: PostCheckView | null
  likes: EntryLikes
}>

function Reading({ locale, entry, campaign, check, likes }: ReadingProps) {
  const t = translator(locale, 'staff')
  return (
    <>
      <section className="card flow" aria-labelledby="story">
        <div className="staff-between">
          <h2 id="story">{t('entry.story')}</h2>
          <p className="small muted">{languageName(locale, entry.storyLanguage)}</p>
        </div>
        <Said lang={entry.storyLanguage}>{entry.story}</Said>
      </section>
      <EntryPost locale={locale} post={entry.post} language={entry.storyLanguage} window={campaign} check={check} />
      <EntryTwins locale={locale} likes={likes} />
      <section className="card flow" aria-labelledby="survey">
        <h2 id="survey">{t('entry.survey')}</h2>
        <EntrySurvey locale={locale} survey={entry.survey} />
      </section>
      <section className="card flow" aria-labelledby="permissions">
        <h2 id="permissions">{t('entry.permissions')}</h2>
        <EntryPermissions locale={locale} permissions={entry.permissions} />
      </section>
      {entry.person && <EntryPerson locale={locale} person={entry.person} />}
      <EntryActivity locale={locale} entry={entry} />
    </>
  )
}
