import { drawCloth } from '#lib/art/cloth.ts'
import { hash32 } from '#lib/art/hash.ts'
import { DAY_PALETTES } from '#lib/art/palettes.ts'

/** The cloth and colours woven from a reference: decoration that lets eyes find an entry again. */
export function Fingerprint({ reference }: Readonly<{ reference: string }>) {
  const palette = DAY_PALETTES[hash32(`${reference} colours`) % DAY_PALETTES.length] ?? 'maize'
  // The markup is drawn from numbers; nothing of the text is in it.
  return <div className="staff-cloth" dangerouslySetInnerHTML={{ __html: drawCloth(reference, { palette }) }} />
}
