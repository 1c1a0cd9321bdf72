import { createCanvas } from '@napi-rs/canvas'
import type { Canvas2D } from '../engine/brush.ts'
import { type Film, type Shape, sizes } from '../engine/film.ts'
import { misfits } from '../engine/layout.ts'
import { loadFaces, missingScripts } from '../render/faces.ts'
import type { Problem } from './problems.ts'
import { ruleProblems } from './rules.ts'
import { textsOf } from './words.ts'

/** The stored texts an excerpt is compared with; without one, only what the script says of itself is compared. */
export type CheckOptions = Readonly<{ sourceText?: string; postText?: string }>

/** Everything that is wrong with a script, scene by scene; empty when it can be rendered and shown. */
export function checkFilm(film: Film, { sourceText, postText }: CheckOptions = {}): Problem[] {
  const rules = ruleProblems(film, { story: sourceText, post: postText })
  const fonts = fontProblems(film)
  // What cannot be drawn cannot be measured either.
  return [...rules, ...fonts, ...(fonts.length ? [] : fitProblems(film))]
}

function fontProblems(film: Film): Problem[] {
  loadFaces()
  return film.scenes.flatMap((scene, index) => {
    const scripts = missingScripts(textsOf(film, scene, index))
    return scripts.map((script) => ({ scene: index, code: 'missing-font' as const, values: { script } }))
  })
}

function fitProblems(film: Film): Problem[] {
  const canvas = createCanvas(8, 8).getContext('2d') as unknown as Canvas2D
  return (Object.keys(sizes) as Shape[]).flatMap((shape) =>
    misfits(canvas, film, ...sizes[shape]).map((scene) => ({ scene, code: 'does-not-fit' as const, shape })),
  )
}
