import { requireStaff } from '#app/_auth/session.ts'
import { AppealNote } from '#components/staff/appeal-note.tsx'
import { EntryActivity } from '#components/staff/entry-activity.tsx'
import { EntryBlind } from '#components/staff/entry-blind.tsx'
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
import { noteSeen } from '#lib/review/commands/note-seen.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { may } from '#lib/staff/permissions.ts'
import { canMove, type Status } from '#lib/submissions/lifecycle.ts'
import { lastPostCheck, type PostCheckView } from '#lib/submissions/post-checks.ts'
import { appealForStaff } from '#lib/submissions/staff/appeals.ts'
import { isBlind } from '#lib/submissions/staff/blind.ts'
import type { EntryLikes } from '#lib/submissions/staff/likes.ts'
import { entryForStaff, entryOutline } from '#lib/submissions/staff/queries.ts'
import { type SpamView, spamView } from '#lib/submissions/staff/spam-mark.ts'
import { entryLikes } from '#lib/submissions/staff/twins.ts'
import type { EntryForStaff, EntryOutline } from '#lib/submissions/staff/views.ts'
import { Desk } from '../../desk.tsx'
import { staffLocale } from '../../language.ts'
import { Missing } from '../../missing.tsx'
import { EntryHead, type EntryPlaces } from './head.tsx'
import { Screening } from './screening.tsx'
import { mark, unmark } from './spam/actions.ts'

export default async function EntryPage({ params, searchParams }: PageProps<'/staff/submissions/[id]'>) {
  const actor = await requireStaff()
  const [locale, { id }, { done }] = await Promise.all([staffLocale(), params, searchParams])
  const typed = decodeURIComponent(id)
  const entry = may(actor, 'submission.read') ? await entryForStaff(actor, typed) : null
  const outline = entry ?? (may(actor, 'submission.read') ? await entryOutline(actor, typed) : null)
  if (!outline) return <Missing locale={locale} actor={actor} />
  if (entry) await noteSeen(actor, entry.id)
  const campaign = await currentCampaign()
  const about = entry && (await aboutEntry(actor, entry.id))
  const spam = about?.spam ?? nothingToTell
  const canPress = about !== null && may(actor, 'submission.screen') && (spam.marked !== null || outline.status === 'submitted')
  const spamPanel = { locale, reference: outline.reference, ...spam, canPress }
  return (
    <Desk locale={locale} actor={actor} current="entries">
      <EntryHead locale={locale} entry={outline} places={placesOf(actor, outline)} done={[done].flat()[0]} />
      <div className="review">
        <div className="flow staff-reading">
          {about?.appeal && <AppealNote locale={locale} appeal={about.appeal} isLinked />}
          {entry && about ? (
            <Reading locale={locale} entry={entry} campaign={campaign} {...about} />
          ) : (
            <EntryBlind locale={locale} entry={outline} />
          )}
        </div>
        <div className="flow">
          {spam.marked && <SpamPanel {...spamPanel} action={unmark} />}
          <Screening locale={locale} entry={outline} hashtag={campaign.hashtag} />
          {!spam.marked && <SpamPanel {...spamPanel} action={mark} />}
        </div>
      </div>
    </Desk>
  )
}

/** The spam lane as those see it who may not see the entry: what they pressed before that is answered all the same. */
const nothingToTell: SpamView = { marked: null, undone: null, signals: [] }

const takesPart: readonly Status[] = ['eligible', 'selected', 'reserve', 'not_selected']

function placesOf(actor: StaffActor, { reference, status }: EntryOutline): EntryPlaces {
  const isRead = takesPart.includes(status)
  return {
    copy: status === 'eligible' && may(actor, 'redaction.prepare') ? `/staff/submissions/${reference}/copy` : null,
    choosing: isRead && may(actor, 'selection.see') ? `/staff/selection/${reference}` : null,
    disqualify:
      canMove(status, 'disqualified') && may(actor, 'submission.disqualify') ? `/staff/submissions/${reference}/disqualify` : null,
    letters: may(actor, 'mail.see') ? `/staff/mail?q=${reference}` : null,
  }
}

/** What else is known about an entry that this person may read whole. Of entries like it, those they may not know the writer of are left out. */
async function aboutEntry(actor: StaffActor, id: string) {
  const [check, appeal, likes, spam] = await Promise.all([
    lastPostCheck(actor, id),
    appealForStaff(actor, id),
    entryLikes(actor, id),
    spamView(actor, id),
  ])
  const open = <T extends { readonly status: string }>(others: readonly T[]) => others.filter(({ status }) => !isBlind(actor, status))
  return { check, appeal, spam, likes: { texts: open(likes.texts), people: open(likes.people) } }
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
