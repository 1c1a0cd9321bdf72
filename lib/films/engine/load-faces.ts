import { borrowedFaces, shippedFaces } from './faces.ts'

/**
 * Loads every face films use into a browser's fonts, before the first frame. Returns the scripts for which this browser has no letters
 * either. Rejects when a face of the site's own does not load: a canvas would quietly take another.
 */
export async function loadFaces(fonts: FontFaceSet, folder = '/fonts/'): Promise<string[]> {
  const own = shippedFaces.map(({ family, file }) => new FontFace(family, `url(${folder}${file})`, { weight: '400 800' }))
  for (const face of await Promise.all(own.map((one) => one.load()))) fonts.add(face)
  const missing: string[] = []
  for (const { family, script, from } of borrowedFaces) {
    const face = new FontFace(family, from.map((name) => `local("${name}")`).join(', '))
    await face.load().then(
      (found) => fonts.add(found),
      () => missing.push(script),
    )
  }
  return missing
}
