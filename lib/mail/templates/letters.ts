import type { Locale } from '#lib/i18n/locales.ts'
import type { Composed } from '../compose.ts'
import { type EntryValues, entryLetters } from './entry.ts'
import { type MyEntryValues, myEntryLetters } from './my-entry.ts'
import { type ReminderValues, reminderLetters } from './reminders.ts'
import { type StaffValues, staffLetters } from './staff.ts'

/** What each kind of letter needs to know. Dates come formatted, addresses whole. */
export type LetterValues = EntryValues & MyEntryValues & ReminderValues & StaffValues
export type LetterKind = keyof LetterValues

type Makers = { readonly [K in LetterKind]: (locale: Locale, values: LetterValues[K], code: string) => Composed }

/** Every letter the house can send, one maker each, one file for each matter; the receipt has a file of its own. */
export const letters: Makers = { ...entryLetters, ...myEntryLetters, ...reminderLetters, ...staffLetters }
