import type { Locale } from '#lib/i18n/locales.ts'
import { localeNames } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { clockTime, isoDuration } from '#lib/stories/times.ts'
import type { StoryView } from '#lib/stories/views.ts'
import { wordsIn } from './words.ts'

/** What is known about the storyteller, and nothing else; of a film about nobody real, about the film. */
export function Facts({ locale, story }: { readonly locale: Locale; readonly story: StoryView }) {
  const t = translator(locale, 'stories')
  const { storyteller } = story
  return (
    <dl className="facts">
      {storyteller ? (
        <>
          <Fact name={t('facts.storyteller')}>
            <span {...wordsIn(story.lang, locale)}>{storyteller.name}</span>
          </Fact>
          {storyteller.age !== null && <Fact name={t('facts.age')}>{storyteller.age}</Fact>}
          {storyteller.place && (
            <Fact name={t('facts.place')}>
              <span {...wordsIn(story.lang, locale)}>{storyteller.place}</span>
            </Fact>
          )}
        </>
      ) : (
        <>
          <Fact name={t('facts.length')}>
            <time dateTime={isoDuration(story.durationSeconds)}>{clockTime(story.durationSeconds)}</time>
          </Fact>
          <Fact name={t('facts.captions')}>
            {story.captions.map((language, index) => (
              <span key={language}>
                {index > 0 && ' · '}
                <bdi lang={language}>{localeNames[language]}</bdi>
              </span>
            ))}
          </Fact>
        </>
      )}
      <Fact name={t('facts.theme')}>{t(`theme.${story.theme}`)}</Fact>
    </dl>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
