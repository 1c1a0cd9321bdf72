/**
 * RGBA pixels as planes of Y, U and V in BT.709, limited range, colour at half size: what a film file holds. Width and height are even.
 */
export function toI420(pixels: Uint8Array, width: number, height: number): Uint8Array<ArrayBuffer> {
  const planes = new Uint8Array(width * height * 1.5)
  const uStart = width * height
  const vStart = uStart + uStart / 4
  for (let y = 0; y < height; y += 2)
    for (let x = 0; x < width; x += 2) {
      let [red, green, blue] = [0, 0, 0]
      for (const corner of [0, 1, width, width + 1]) {
        const at = y * width + x + corner
        const r = pixels[at * 4] ?? 0
        const g = pixels[at * 4 + 1] ?? 0
        const b = pixels[at * 4 + 2] ?? 0
        planes[at] = 16.5 + r * 0.182586 + g * 0.614231 + b * 0.062007
        red += r
        green += g
        blue += b
      }
      const half = (y / 2) * (width / 2) + x / 2
      planes[uStart + half] = 128.5 + (red * -0.100644 + green * -0.338572 + blue * 0.439216) / 4
      planes[vStart + half] = 128.5 + (red * 0.439216 + green * -0.398942 + blue * -0.040274) / 4
    }
  return planes
}
