/** The shape a translation must have: every key of the English original, with words of its own. A missing key does not compile. */
export type Translated<T> = { [K in keyof T]: T[K] extends string ? string : Translated<T[K]> }
