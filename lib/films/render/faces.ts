import { readdirSync } from 'node:fs'
import path from 'node:path'
import { GlobalFonts } from '@napi-rs/canvas'
import { env } from '#lib/foundation/env.ts'
import { type BorrowedFace, borrowedFaces, borrowedFor, type Face, familiesFor, shippedFaces } from '../engine/faces.ts'
import type { Shown } from '../script/words.ts'
import { type Coverage, coverageOf } from './coverage.ts'

/** Faces come from the site's own fonts, from FILM_FONTS and from the machine. */
type Loaded = Readonly<{ shipped: ReadonlyMap<string, Coverage>; borrowed: ReadonlySet<string> }>
let loaded: Loaded | undefined

/** Loads every face films may use, once. Throws when one of the site's own is missing: a canvas would quietly take another. */
export function loadFaces(): Loaded {
  loaded ??= { shipped: loadShipped(path.resolve('public/fonts')), borrowed: borrowFaces(env().FILM_FONTS) }
  return loaded
}

/** A face of the site's own that is not there or does not load. */
export class MissingFace extends Error {
  override name = 'MissingFace'
}

/** Registers the site's own faces from a folder and reads what they cover. */
export function loadShipped(folder: string): Map<string, Coverage> {
  const load = ({ family, file }: Face): [string, Coverage] => {
    const font = path.join(folder, file)
    try {
      const coverage = coverageOf(font)
      if (GlobalFonts.registerFromPath(font, family) && GlobalFonts.has(family)) return [family, coverage]
    } catch (cause) {
      throw new MissingFace(`the font ${file} does not load`, { cause })
    }
    throw new MissingFace(`the font ${file} does not register`)
  }
  return new Map(shippedFaces.map(load))
}

/** Finds a face for each script we ship none for. Returns the scripts that have one. */
function borrowFaces(folder: string | undefined): Set<string> {
  if (folder)
    for (const file of readdirSync(folder)) if (/\.(ttf|otf|ttc|woff2?)$/i.test(file)) GlobalFonts.registerFromPath(path.join(folder, file))
  const has = new Set(GlobalFonts.families.map(({ family }) => family))
  return new Set(borrowedFaces.filter((face) => borrow(face, has)).map(({ script }) => script))
}

function borrow({ from, family }: BorrowedFace, has: ReadonlySet<string>): boolean {
  const found = from.find((name) => has.has(name))
  return found !== undefined && GlobalFonts.setAlias(found, family)
}

const needsNoLetter = /^[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}]$/u
const sign = /^[\p{P}\p{M}\p{N}\p{Sm}\p{Sc}]$/u

/** The scripts of these texts for which no letters are there, such as "Thai"; a single sign is named itself. */
export function missingScripts(texts: readonly Shown[]): string[] {
  return [...new Set(texts.flatMap(missingIn))]
}

function missingIn({ role, text }: Shown): string[] {
  const { shipped, borrowed } = loadFaces()
  const families = familiesFor(role, text)
  const needed = borrowedFor(text)
  const missing = needed.filter(({ script }) => !borrowed.has(script))
  const letters = new Set([...text.normalize('NFC')].filter((letter) => !needsNoLetter.test(letter)))
  const bare = [...letters].filter((letter) => {
    if (families.some((family) => shipped.get(family)?.(letter.codePointAt(0) ?? 0))) return false
    // Signs such as 。 stand in the faces of the script around them.
    return !borrowedFor(letter).length && !(needed.length && sign.test(letter))
  })
  return [...missing.map(({ script }) => script), ...bare]
}
