/** Most bytes of what editors send; of a film also most seconds, of both fewest pixels on a side. */
export const uploadLimits = { film: 500_000_000, poster: 10_000_000, seconds: 30 * 60, pixels: 320 } as const

export const uploadFaults = ['type', 'unreadable', 'large', 'shape', 'long', 'film'] as const
export type UploadFault = (typeof uploadFaults)[number]
