const INK = '#0B0E11'
const YELLOW = '#F0B90B'

/** Two warps and two wefts, over and under, in a 32 unit square. `ground` must be the colour they lie on. */
export function markStrands(ink: string, ground: string): string {
  const strands = (colour: string, width: string, d: string) => `<g stroke="${colour}" stroke-width="${width}"><path d="${d}"/></g>`
  return [
    strands(ink, '4.2', 'M11.5 3.5v25M20.5 3.5v25'),
    strands(ground, '6.8', 'M8.6 11.5h5.8M17.6 20.5h5.8'),
    strands(ink, '4.2', 'M3.5 11.5h25M3.5 20.5h25'),
    strands(ground, '6.8', 'M20.5 8.6v5.8M11.5 17.6v5.8'),
    strands(ink, '4.2', 'M20.5 7v9M11.5 16v9'),
  ].join('')
}

/** The woven hash in ink on yellow: a decorative svg element without styles or ids. */
export function drawMark(): string {
  const head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" aria-hidden="true" focusable="false">'
  return `${head}<path d="M0 0h32v32H0z" fill="${YELLOW}"/>${markStrands(INK, YELLOW)}</svg>`
}
