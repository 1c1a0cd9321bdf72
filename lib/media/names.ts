/** What is kept, by the ending of its name. */
export const mediaTypes = {
  mp4: 'video/mp4',
  webm: 'video/webm',
  avif: 'image/avif',
  webp: 'image/webp',
  png: 'image/png',
  jpg: 'image/jpeg',
  vtt: 'text/vtt; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
} as const
export type Ending = keyof typeof mediaTypes

/** The name of a file in the store: its content decides it, so equal files are kept once and a name never changes its meaning. */
export function mediaName(sha256: string, ending: Ending): string {
  return `${sha256.slice(0, 2)}/${sha256}.${ending}`
}

/** Where browsers get a file of the store. */
export function mediaAddress(name: string): string {
  return `/media/${name}`
}

/** Whether this can be a name of the store. */
export function isMediaName(name: string): boolean {
  const match = /^([0-9a-f]{2})\/([0-9a-f]{64})\.([a-z0-9]{2,4})$/.exec(name)
  return match !== null && match[2]?.startsWith(match[1] ?? ' ') === true && (match[3] ?? '') in mediaTypes
}
