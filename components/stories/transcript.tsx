import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { clockTime } from '#lib/stories/times.ts'
import type { StoryView } from '#lib/stories/views.ts'
import { KeptWhole } from './kept-whole.tsx'
import { filmOf, trackPath } from './paths.ts'
import { wordsIn } from './words.ts'

/** The place of each line by its time: its whole second, and for a further line of that second the time itself. */
function placesOf({ transcript }: StoryView): (at: number) => string {
  const first = new Map<number, number>()
  for (const { at } of transcript) if (!first.has(Math.floor(at))) first.set(Math.floor(at), at)
  return (at) => `t-${first.get(Math.floor(at)) === at ? Math.floor(at) : at}`
}

type Props = { readonly locale: Locale; readonly story: StoryView }

/** The film in words, beside it. Each time leads to the film at that moment, with scripts or without. */
export function Transcript({ locale, story }: Props) {
  const t = translator(locale, 'stories')
  const film = filmOf(story, 'video/mp4')?.path ?? ''
  const place = placesOf(story)
  return (
    <section className="script" id="transcript" aria-labelledby="transcript-heading">
      <div className="script__head">
        <h2 id="transcript-heading">{t('transcript.heading')}</h2>
        <a className="link" href={trackPath(story, 'transcript', story.lang)} download={`${story.slug}.${story.lang}.txt`}>
          {t('transcript.download')}
        </a>
      </div>
      <ol className="script__lines" aria-label={t('transcript.lines')} data-lines="">
        {story.transcript.map(({ at, says, shows }) => (
          <li key={at} className="cue" id={place(at)} data-line={at}>
            <a href={`${film}#t=${at}`} data-at={at}>
              <span className="vh">{t('transcript.playFrom')} </span>
              {clockTime(at)}
            </a>
            <div {...wordsIn(story.lang, locale)}>
              {says && (
                <p>
                  <KeptWhole text={says} pieces={says.match(/#\w+/g) ?? []} />
                </p>
              )}
              {shows && (
                <p>
                  <i>{shows}</i>
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** The parts of the film. Without scripts each leads to its place in the transcript. */
export function Chapters({ locale, story }: Props) {
  const t = translator(locale, 'stories')
  const chapters = story.transcript.flatMap(({ at, chapter }) => (chapter ? [{ at, chapter }] : []))
  if (!chapters.length) return null
  const place = placesOf(story)
  return (
    <section aria-labelledby="chapters">
      <h2 id="chapters" className="story__h">
        {t('chapters')}
      </h2>
      <ol className="chapters">
        {chapters.map(({ at, chapter }) => (
          <li key={at}>
            <a href={`#${place(at)}`} data-at={at}>
              <time dateTime={`PT${at}S`}>{clockTime(at)}</time>
              <span {...wordsIn(story.lang, locale)}>{chapter}</span>
            </a>
          </li>
        ))}
      </ol>
    </section>
  )
}
