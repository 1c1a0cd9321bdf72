import { SelectField } from '#components/ui/field.tsx'
import { beatLimits, leastBeats } from '#lib/films/edit.ts'
import { type Film, motifs, palettes, type Scene, transitions } from '#lib/films/engine/film.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { Field } from './scene-form.tsx'
import { secondsWords } from './words.ts'

type Props = Readonly<{ locale: Locale; film: Film; scene: Scene }> & Field

/** What a scene shows, in which colours, how it comes in and how long it stays. A film's cuts fall on the beat, so seconds are chosen, not typed. */
export function SceneLook({ locale, film, scene, own, about }: Props) {
  const t = translator(locale, 'filmDesk')
  const seconds = (beats: number) => secondsWords(locale, (beats * 60) / film.music.bpm)
  const [least, most] = beatLimits
  const beats = Array.from({ length: most - least + 1 }, (_, i) => least + i)
  const opening = film.scenes[0] === scene
  return (
    <fieldset className="film-fields film-fields--two">
      <legend className="l">{t('scene.look')}</legend>
      <SelectField
        {...about('motif')}
        label={t('scene.motif')}
        value={own('motif', scene.motif)}
        options={motifs.map((value) => ({ value, label: t(`motif.${value}`) }))}
      />
      <SelectField
        {...about('palette')}
        label={t('scene.palette')}
        value={own('palette', scene.palette)}
        options={palettes.map((value) => ({ value, label: t(`palette.${value}`) }))}
      />
      <SelectField
        {...about('beats')}
        label={t('scene.beats')}
        hint={t('scene.beatsHint', { seconds: seconds(leastBeats(film, scene)) })}
        value={own('beats', String(scene.beats))}
        options={beats.map((value) => ({ value: String(value), label: seconds(value) }))}
      />
      {!opening && (
        <SelectField
          {...about('transition')}
          label={t('scene.transition')}
          value={own('transition', scene.transition)}
          options={transitions.map((value) => ({ value, label: t(`transition.${value}`) }))}
        />
      )}
      {scene.kind === 'statement' && (
        <SelectField
          {...about('side')}
          label={t('scene.side')}
          value={own('side', scene.side)}
          options={(['beside', 'top'] as const).map((value) => ({ value, label: t(`scene.sides.${value}`) }))}
        />
      )}
    </fieldset>
  )
}
