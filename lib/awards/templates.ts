/** Ways to share the pool, none of which holds until an admin takes it. */
export const templateKeys = ['equal', 'tiers', 'series'] as const
export type TemplateKey = (typeof templateKeys)[number]

type Tier = Readonly<{ count: number; units: bigint }>

/** Amounts by place, the largest first, in hundredths of one USDC. Equal has none of its own: it divides what is left. */
export const tiersOf: Readonly<Record<Exclude<TemplateKey, 'equal'>, readonly Tier[]>> = {
  tiers: [
    { count: 1, units: 200_000n },
    { count: 3, units: 100_000n },
    { count: 6, units: 50_000n },
  ],
  series: [
    { count: 4, units: 125_000n },
    { count: 10, units: 30_000n },
  ],
}

/** How many places a template has; null for one that takes any number. */
export function placesOf(template: TemplateKey): number | null {
  return template === 'equal' ? null : tiersOf[template].reduce((sum, { count }) => sum + count, 0)
}

/**
 * The amount of each place, first to last, for this many entries: exactly `units` in sum. Null when it cannot be: an unfit number of
 * entries, or tiers that sum to something else.
 */
export function amountsOf(template: TemplateKey, { units, count }: Readonly<{ units: bigint; count: number }>): readonly bigint[] | null {
  if (template === 'equal') return equalSplit(units, count)
  const amounts = tiersOf[template].flatMap((tier) => Array.from({ length: tier.count }, () => tier.units))
  const sum = amounts.reduce((total, amount) => total + amount, 0n)
  return amounts.length === count && sum === units ? amounts : null
}

/** Equal parts by the largest remainder: the first places get one hundredth more until all is given. Null when a part would be nothing. */
export function equalSplit(units: bigint, count: number): readonly bigint[] | null {
  if (!Number.isInteger(count) || count < 1) return null
  const [part, rest] = [units / BigInt(count), units % BigInt(count)]
  if (part < 1n) return null
  return Array.from({ length: count }, (_, place) => (BigInt(place) < rest ? part + 1n : part))
}

/** The template of this name, or null. */
export function templateOf(name: string): TemplateKey | null {
  return templateKeys.find((key) => key === name) ?? null
}
