import { Said } from '#components/submissions/said.tsx'
import type { SceneChange, TitleChange } from '#lib/films/compare.ts'
import type { OwnStoryboard } from '#lib/films/own.ts'
import { dateTime, wholeNumber } from '#lib/i18n/format.ts'
import { type Locale, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { entryPath } from '../own-key.ts'
import { Laid } from './laid.tsx'

type Props = { readonly locale: Locale; readonly entryKey: string; readonly storyboard: OwnStoryboard }

/** The film as still pictures, each with the words it shows, whose they are, and what is different from what was answered before. */
export function Storyboard({ locale, entryKey, storyboard }: Props) {
  const t = translator(locale, 'films')
  const { title, scenes, seconds, gone, agreedAt, change, language, number } = storyboard
  return (
    <section className="flow flow--4" aria-labelledby="storyboard">
      <h2 className="heading-500" id="storyboard">
        {t('storyboard.heading')}
      </h2>
      <p className="muted">{t('storyboard.text', { count: scenes.length, seconds: wholeNumber(locale, seconds) })}</p>
      {agreedAt && <p className="note note--info">{t('said.yesStoryboard', { date: dateTime(locale, agreedAt) })}</p>}
      <Wished locale={locale} change={change} />
      <Title locale={locale} title={title} language={language} />
      <ol className="own-board">
        {scenes.map((scene, index) => (
          <Scene
            key={scene.id}
            {...{ locale, scene, index, language }}
            src={localPath(locale, entryPath(entryKey, `/film/stills/${number}/${index}`))}
          />
        ))}
      </ol>
      {gone.length > 0 && (
        <div className="note flow flow--2">
          <p>
            <b>{t('storyboard.gone')}</b>
          </p>
          {gone.map((words) => (
            <p key={words} lang={language} dir="auto">
              <del>{words}</del>
            </p>
          ))}
        </div>
      )}
    </section>
  )
}

/** What the storyteller last wrote about what to change. */
export function Wished({ locale, change }: { readonly locale: Locale; readonly change: OwnStoryboard['change'] }) {
  if (!change) return null
  return (
    <div className="note flow flow--2">
      <p>{translator(locale, 'films')('said.change', { date: dateTime(locale, change.at) })}</p>
      <Said>{change.words}</Said>
    </div>
  )
}

/** What the film is called, for its name is shown wherever the film is. */
function Title({ locale, title, language }: { readonly locale: Locale; readonly title: TitleChange; readonly language: string }) {
  const t = translator(locale, 'films')
  return (
    <div className="flow flow--2">
      <p>
        {t('storyboard.title')} <bdi lang={language}>{title.text}</bdi>
      </p>
      {title.stretches && (
        <>
          <p className="small">
            <b>{t('storyboard.titleChanged')}</b>
          </p>
          <Laid stretches={title.stretches} first={t('storyboard.was')} second={t('storyboard.is')} lang={language} />
        </>
      )}
    </div>
  )
}

type One = {
  readonly locale: Locale
  readonly scene: SceneChange
  readonly index: number
  readonly language: string
  readonly src: string
}

function Scene({ locale, scene, index, language, src }: One) {
  const t = translator(locale, 'films')
  const number = wholeNumber(locale, index + 1)
  const { change, moved, beside } = scene
  return (
    <li className={change.kind === 'none' && !moved && !beside ? 'own-scene' : 'own-scene own-scene--changed'}>
      <img
        src={src}
        width={640}
        height={360}
        loading="lazy"
        decoding="async"
        alt={t('storyboard.picture', { number, words: scene.words })}
      />
      <div className="flow flow--2">
        <h3 className="heading-400">{t('storyboard.scene', { number })}</h3>
        <p className="said" lang={language} dir="auto">
          {scene.words}
        </p>
        <p className="small muted">{t(scene.isOwn ? 'storyboard.own' : 'storyboard.ours')}</p>
        {moved && <p className="small">{t('storyboard.moved')}</p>}
        {change.kind === 'new' && <p className="badge">{t('storyboard.fresh')}</p>}
        {change.kind === 'picture' && <p className="small">{t('storyboard.pictureChanged')}</p>}
        {change.kind === 'words' && (
          <>
            <p className="small">
              <b>{t('storyboard.changed')}</b>
            </p>
            <Laid stretches={change.stretches} first={t('storyboard.was')} second={t('storyboard.is')} lang={language} />
          </>
        )}
        {beside && (
          <>
            <p className="small">
              <b>{t('storyboard.besideChanged')}</b>
            </p>
            <Laid stretches={beside} first={t('storyboard.was')} second={t('storyboard.is')} lang={language} />
          </>
        )}
      </div>
    </li>
  )
}
