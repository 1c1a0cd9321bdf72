import { weaveMiddle } from '#lib/art/cloth.ts'
import { hash32 } from '#lib/art/hash.ts'
import { PALETTES } from '#lib/art/palettes.ts'

const { warp, weft, thread } = PALETTES.maize
const inks = [warp, weft, thread] as const
const [rows, columns, threadPixels] = [5, 30, 18]

/** A strip of the cloth woven from `id`, as rows of coloured cells: a picture that every client shows, even with pictures turned off. */
export function clothRows(id: string): string {
  return weaveMiddle(hash32(id), { rows, columns })
    .map((row) => {
      const cells = row.map((crossing) => `<td bgcolor="${inks[crossing]}"></td>`)
      return `<tr style="height:${threadPixels}px">${cells.join('').replace('<td ', `<td height="${threadPixels}" `)}</tr>`
    })
    .join('')
}
