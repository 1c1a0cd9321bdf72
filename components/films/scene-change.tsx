import type { SceneChanges } from '#lib/films/revision-changes.ts'
import type { ComparedRevisions, RevisionWithScript } from '#lib/films/views.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { Changed, Looks, type Sides, Texts } from './changes.tsx'
import { shortWords } from './words.ts'

type Props = Readonly<{ locale: Locale; id: string; compared: ComparedRevisions; scene: SceneChanges; sides: Sides }>

/** One scene that differs between two versions: whether it is new, gone or moved, its picture in each, and what is not the same. */
export function SceneChange({ locale, id, compared: { first, second }, scene, sides }: Props) {
  const t = translator(locale, 'filmDesk')
  const { place, moved, time, look, texts, grounds } = scene
  const shown = place.to === null ? first.script.scenes[(place.from ?? 0) - 1] : second.script.scenes[place.to - 1]
  const number = String(place.to ?? place.from ?? '')
  const heading = `scene-${place.from ?? 'new'}-${place.to ?? 'gone'}`
  const seen = Object.keys(look).some((name) => name !== 'whose' && name !== 'transition') || texts.some(({ text }) => text === 'words')
  return (
    <section className="card flow" aria-labelledby={heading}>
      <h3 id={heading}>{t('player.still', { number, words: shown ? shortWords(shown) : '' })}</h3>
      <Standing locale={locale} place={place} moved={moved} />
      {seen && (
        <ul className="plain film-beside">
          <Still locale={locale} id={id} revision={first} place={place.from} />
          <Still locale={locale} id={id} revision={second} place={place.to} />
        </ul>
      )}
      <dl className="sum">
        <Texts locale={locale} texts={texts} sides={sides} />
        <Looks locale={locale} look={look} time={time} sides={sides} />
        {grounds && <Changed name={t('revisions.grounds')}>{t('revisions.groundsText')}</Changed>}
      </dl>
    </section>
  )
}

function Standing({ locale, place, moved }: Readonly<{ locale: Locale }> & Pick<SceneChanges, 'place' | 'moved'>) {
  const t = translator(locale, 'filmDesk')
  const { from, to } = place
  const badge = from === null ? 'new' : to === null ? 'gone' : moved ? 'moved' : null
  if (!badge) return null
  const looks = { new: 'ok', gone: 'danger', moved: 'warn' } as const
  return (
    <p>
      <span className={`badge badge--${looks[badge]}`}>{t(`revisions.place.${badge}`, { from: String(from), to: String(to) })}</span>
    </p>
  )
}

type StillProps = Readonly<{ locale: Locale; id: string; revision: RevisionWithScript; place: number | null }>

function Still({ locale, id, revision: { line, script }, place }: StillProps) {
  const scene = place === null ? undefined : script.scenes[place - 1]
  if (!scene) return null
  return (
    <li>
      <img src={`/staff/films/${id}/still/${scene.id}?v=${line.number}`} width={320} height={180} alt="" loading="lazy" />
      <span className="muted">{translator(locale, 'filmDesk')('version', { number: String(line.number) })}</span>
    </li>
  )
}
