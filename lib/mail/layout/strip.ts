import { weave } from '#lib/art/cloth.ts'
import { hash32 } from '#lib/art/hash.ts'
import { PALETTES } from '#lib/art/palettes.ts'

const { warp, weft, thread } = PALETTES.maize
const inks = [warp, weft, thread] as const
const [rows, columns, threadPixels] = [5, 30, 18]

/** A strip of the cloth woven from `id`, as rows of coloured cells: a picture that every client shows, even with pictures turned off. */
export function clothRows(id: string): string {
  const cloth = weave(hash32(id))
  const [top, start] = [(cloth.length - rows) / 2, (cloth.length - columns) / 2]
  return cloth
    .slice(top, top + rows)
    .map((row) => {
      const cells = row.slice(start, start + columns).map((crossing) => `<td bgcolor="${inks[crossing]}"></td>`)
      return `<tr style="height:${threadPixels}px">${cells.join('').replace('<td ', `<td height="${threadPixels}" `)}</tr>`
    })
    .join('')
}
