import { requireStaff } from '#app/_auth/session.ts'
import { standing } from '#components/stories-desk/release-card.tsx'
import { StepForm } from '#components/stories-desk/step-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { currentCampaign } from '#lib/campaign/queries.ts'
import { instantOf } from '#lib/campaign/zoned.ts'
import { now } from '#lib/foundation/clock.ts'
import { dateTime } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { may } from '#lib/staff/permissions.ts'
import { storyOnDesk } from '#lib/stories/editing/queries.ts'
import type { DeskStory } from '#lib/stories/editing/views.ts'
import { staffLocale } from '../../../language.ts'
import { Missing } from '../../../missing.tsx'
import { first, StoryDesk } from '../../desk.tsx'
import { releaseStep } from './actions.ts'

const steps = ['schedule', 'publish', 'cancel', 'unpublish', 'return'] as const
type Step = (typeof steps)[number]

/** Says what a step of publication will do, with the instant in both zones, and does it. */
export default async function ReleasePage({ params, searchParams }: PageProps<'/staff/stories/[id]/release'>) {
  const actor = await requireStaff()
  const [locale, { id }, query] = await Promise.all([staffLocale(), params, searchParams])
  const story = may(actor, 'story.schedule') ? await storyOnDesk(actor, id) : null
  const step = steps.find((one) => one === first(query, 'step'))
  if (!story || !step) return <Missing locale={locale} actor={actor} />
  const { timeZone } = await currentCampaign()
  const t = translator(locale, 'storyDesk')
  const heading = {
    schedule: 'confirmHeading',
    publish: 'confirmHeading',
    cancel: 'cancel',
    unpublish: 'unpublish',
    return: 'again',
  } as const
  const at = step === 'schedule' ? instantOf((first(query, 'at') ?? '').slice(0, 16), timeZone) : null
  const page = t(`release.${heading[step]}`)
  return (
    <StoryDesk locale={locale} actor={actor} back={{ href: `/staff/stories/${id}`, words: t('backStory') }} heading={page} query={{}}>
      {step === 'schedule' && (!at || at <= now()) ? (
        <WrongTime locale={locale} id={id} page={page} timeZone={timeZone} />
      ) : (
        <Confirm {...{ locale, story, step, at, page, timeZone }} />
      )}
    </StoryDesk>
  )
}

type Props = Readonly<{ locale: Locale; story: DeskStory; step: Step; at: Date | null; page: string; timeZone: string }>

function Confirm({ locale, story, step, at, page, timeZone }: Props) {
  const t = translator(locale, 'storyDesk')
  const number = String(story.head)
  const buttons = {
    ...{ schedule: t('release.confirm', { number }), publish: t('release.confirmPublish', { number }) },
    ...{ cancel: t('release.cancel'), unpublish: t('release.unpublish'), return: t('release.again') },
  }
  const hidden = { story: story.id, version: String(story.version), number, step, at: at?.toISOString() ?? '' }
  return (
    <StepForm
      locale={locale}
      page={page}
      hidden={hidden}
      button={buttons[step]}
      look={step === 'unpublish' ? 'danger' : 'primary'}
      reason={step === 'unpublish'}
      action={releaseStep}
    >
      <p>{wordsOf({ locale, story, step, at, timeZone })}</p>
      {(step === 'schedule' || step === 'publish') && <p>{t('release.fixed')}</p>}
    </StepForm>
  )
}

function wordsOf({ locale, story, step, at, timeZone }: Omit<Props, 'page'>): string {
  const t = translator(locale, 'storyDesk')
  const number = String(story.head)
  if (step === 'unpublish') return t('release.unpublishText')
  if (step === 'schedule' && at) return t('release.confirmText', { number, at: dateTime(locale, at, timeZone), utc: dateTime(locale, at) })
  if (step !== 'publish') return standing(locale, story, timeZone)
  if (story.state !== 'out' || !story.releaseAt) return t('release.confirmNow', { number })
  return t('release.confirmUpdate', { number, at: dateTime(locale, story.releaseAt, timeZone) })
}

function WrongTime({ locale, id, page, timeZone }: Readonly<{ locale: Locale; id: string; page: string; timeZone: string }>) {
  const [t, staff] = [translator(locale, 'storyDesk'), translator(locale, 'staff')]
  return (
    <>
      <title>{staff('errorTitle', { title: t('pageTitle', { page }) })}</title>
      <ErrorSummary
        heading={staff('problem')}
        problems={[{ words: t('release.atWrong', { zone: timeZone }), href: `/staff/stories/${id}#at` }]}
      />
      <p>
        <ButtonLink look="line" href={`/staff/stories/${id}#at`}>
          {t('release.change')}
        </ButtonLink>
      </p>
    </>
  )
}
