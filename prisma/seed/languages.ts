/** The languages in which the first content comes; whatever lacks a language is shown in English and says so. */
export const seededIn = ['en', 'es', 'ar'] as const
export type Seeded = (typeof seededIn)[number]
