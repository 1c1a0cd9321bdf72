import { Button, ButtonLink } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { dateTime } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { DeskStory } from '#lib/stories/editing/views.ts'

type Props = Readonly<{ locale: Locale; story: DeskStory; timeZone: string /** The set instant on a clock of that zone. */; wall: string }>

/** When the story is public, and the ways to change that. Each leads to a page that says what will happen. */
export function ReleaseCard({ locale, story, timeZone, wall }: Props) {
  const t = translator(locale, 'storyDesk')
  const way = (step: string) => `/staff/stories/${story.id}/release?step=${step}`
  const { state } = story
  return (
    <section className="card flow" aria-labelledby="release">
      <h2 id="release">{t('release.heading')}</h2>
      <p>{standing(locale, story, timeZone)}</p>
      {story.hasNews && <p className="note note--warn">{t('release.newer', { number: String(story.head) })}</p>}
      {(state === 'draft' || state === 'scheduled') && (
        <form action={`/staff/stories/${story.id}/release`} method="get" className="flow">
          <input type="hidden" name="step" value="schedule" />
          <TextField
            name="at"
            label={t('release.at')}
            hint={t('release.atHint', { zone: timeZone })}
            errorWord=""
            value={wall}
            type="datetime-local"
          />
          <Button look="ink">{t('release.check')}</Button>
        </form>
      )}
      <div className="btns">
        {(state === 'draft' || state === 'scheduled') && (
          <ButtonLink look="line" href={way('publish')}>
            {t('release.now')}
          </ButtonLink>
        )}
        {state === 'out' && story.hasNews && <ButtonLink href={way('publish')}>{t('release.update')}</ButtonLink>}
        {state === 'scheduled' && (
          <ButtonLink look="line" href={way('cancel')}>
            {t('release.cancel')}
          </ButtonLink>
        )}
        {state === 'out' && (
          <ButtonLink look="line" href={way('unpublish')}>
            {t('release.unpublish')}
          </ButtonLink>
        )}
        {state === 'unpublished' && <ButtonLink href={way('return')}>{t('release.again')}</ButtonLink>}
      </div>
    </section>
  )
}

/** How the story stands to the public, with its instant in the campaign's zone and in UTC. */
export function standing(locale: Locale, { state, releaseAt, publicNumber }: DeskStory, timeZone: string): string {
  const t = translator(locale, 'storyDesk')
  if (!releaseAt || state === 'draft') return t('release.draft')
  const times = { at: dateTime(locale, releaseAt, timeZone), utc: dateTime(locale, releaseAt) }
  return t(`release.${state}`, { number: String(publicNumber ?? 1), ...times })
}
