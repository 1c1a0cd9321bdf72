import type { Locale } from '#lib/i18n/locales.ts'
import type { Composed } from '../compose.ts'
import { type AwardValues, awardLetters } from './awards.ts'
import { type EntryValues, entryLetters } from './entry.ts'
import { type FilmValues, filmLetters } from './films.ts'
import { type HistoryValues, historyLetters } from './history.ts'
import { type MyEntryValues, myEntryLetters } from './my-entry.ts'
import { type NoticeValues, noticeLetters } from './notices.ts'
import { type PeopleValues, peopleLetters } from './people.ts'
import { type ReminderValues, reminderLetters } from './reminders.ts'
import { type ResultsValues, resultsLetters } from './results.ts'
import { type StaffValues, staffLetters } from './staff.ts'

/** What each kind of letter needs to know. Dates come formatted, addresses whole. */
export type LetterValues = AwardValues &
  EntryValues &
  FilmValues &
  HistoryValues &
  MyEntryValues &
  NoticeValues &
  PeopleValues &
  ReminderValues &
  ResultsValues &
  StaffValues
export type LetterKind = keyof LetterValues

type Makers = { readonly [K in LetterKind]: (locale: Locale, values: LetterValues[K], code: string) => Composed }

/** Every letter the house can send, one maker each, one file for each matter; the receipt has a file of its own. */
export const letters: Makers = {
  ...awardLetters,
  ...entryLetters,
  ...filmLetters,
  ...historyLetters,
  ...myEntryLetters,
  ...noticeLetters,
  ...peopleLetters,
  ...reminderLetters,
  ...resultsLetters,
  ...staffLetters,
}
