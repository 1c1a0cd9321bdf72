import type { MotifName } from '../film.ts'
import type { AnyMotif } from '../shot.ts'
import { book } from './book.ts'
import { frieze } from './frieze.ts'
import { hill } from './hill.ts'
import { house } from './house.ts'
import { mark } from './mark.ts'
import { portrait } from './portrait.ts'
import { row } from './row.ts'
import { walk } from './walk.ts'
import { years } from './years.ts'

/** Every kind of picture a scene can be. */
export const motifOf: Readonly<Record<MotifName, AnyMotif>> = { portrait, years, walk, book, row, house, hill, frieze, mark }
