import { hashText } from '#lib/foundation/ids.ts'
import { engineVersion, type Film, type Shape } from '../engine/film.ts'

/** JSON with its keys in order and nothing that is undefined: equal values, equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}

/** Names exactly this script, as 64 hexadecimal digits. */
export function scriptHash(film: Film): string {
  return hashText(canonicalJson(film))
}

/** Names what this engine makes of a script in one shape. */
export function renderKey(hash: string, shape: Shape): string {
  return hashText(`${hash} ${engineVersion} ${shape}`)
}
