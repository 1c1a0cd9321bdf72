import { amountsOf, type TemplateKey } from './templates.ts'

export type PlaceFault = 'number' | 'twice' | 'gap' | 'none'

/** What somebody typed as the place of an entry. */
export type Placed = Readonly<{ reference: string; place: string }>

type Order = Readonly<{ ok: true; order: readonly string[] } | { ok: false; fault: PlaceFault; reference: string | null }>

/** References by place, first to last; entries without a place are left out. Places are 1, 2, 3 and so on, each once. */
export function orderOf(placed: readonly Placed[]): Order {
  const given = placed.filter(({ place }) => place.trim() !== '')
  const wrong = given.find(({ place }) => !/^[1-9]\d{0,3}$/.test(place.trim()))
  if (wrong) return { ok: false, fault: 'number', reference: wrong.reference }
  if (given.length === 0) return { ok: false, fault: 'none', reference: null }
  const sorted = given.map(({ reference, place }) => ({ reference, place: Number(place) })).sort((one, other) => one.place - other.place)
  const twice = sorted.find(({ place }, at) => place === sorted[at - 1]?.place)
  if (twice) return { ok: false, fault: 'twice', reference: twice.reference }
  const gap = sorted.find(({ place }, at) => place !== at + 1)
  if (gap) return { ok: false, fault: 'gap', reference: gap.reference }
  return { ok: true, order: sorted.map(({ reference }) => reference) }
}

export type Share = Readonly<{ reference: string; units: bigint }>

/** Who would get what of what is left; null when the template does not fit. */
export function sharesOf(template: TemplateKey, order: readonly string[], left: bigint): readonly Share[] | null {
  const amounts = amountsOf(template, { units: left, count: order.length })
  return amounts && order.map((reference, at) => ({ reference, units: amounts[at] ?? 0n }))
}
