/** The film engine as a film desk needs it: everything here runs in a browser and on the server alike. */
export * from './faces.ts'
export * from './film.ts'
export { drawFrame } from './frame.ts'
export { misfits } from './layout.ts'
export { loadFaces } from './load-faces.ts'
export { score } from './music/score.ts'
export { frameCount, timeline } from './timeline.ts'
export { countWords, isRightToLeft } from './writing.ts'
