/** Where a page of a list begins: beyond the row of this id, downwards (older) or upwards (newer); null is the top. */
export type Place<Id> = Readonly<{ older: Id } | { newer: Id }> | null

/**
 * One page of a list, the newest row first. `rows` come in the order of their query, upwards or downwards, and hold one more than `size`
 * when the list goes on. `newer` and `older` are the ids beyond which the neighbouring pages begin; null where there is none.
 */
export function cutPage<Id, Row extends Readonly<{ id: Id }>>(rows: readonly Row[], size: number, place: Place<Id>) {
  const upwards = place !== null && 'newer' in place
  const more = rows.length > size
  const shown = upwards ? rows.slice(0, size).reverse() : rows.slice(0, size)
  const [top, bottom] = [shown[0]?.id ?? null, shown.at(-1)?.id ?? null]
  return { shown, newer: (upwards ? more : place !== null) ? top : null, older: upwards || more ? bottom : null }
}
