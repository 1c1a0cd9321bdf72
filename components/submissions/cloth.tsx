import { drawCloth } from '#lib/art/cloth.ts'

/** The cloth woven from `seed`, filling its frame. Decoration: the words beside it say what it is. */
export function Cloth({ seed }: { readonly seed: string }) {
  // The markup is drawn from numbers; nothing of the seed's text is in it.
  return <div className="cloth" dangerouslySetInnerHTML={{ __html: drawCloth(seed) }} />
}
