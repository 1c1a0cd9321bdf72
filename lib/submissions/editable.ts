import type { SubmissionGetPayload } from '#prisma/generated/models/Submission.ts'
import type { EditField } from './steps/edit.ts'

export type EditableAnswers = Readonly<Record<EditField, string | readonly string[] | boolean | null>>

/** What can be changed of an entry, as it stands. */
export function editableAnswers(entry: SubmissionGetPayload<{ include: { survey: true } }>): EditableAnswers {
  const { story, storyLanguage, postText, displayName, anonymous, phrase, needs, locale: mailLanguage, survey } = entry
  const [themes, tools, othersShown] = [survey?.themes ?? [], survey?.tools ?? [], survey?.othersShown ?? null]
  return { story, storyLanguage, themes, tools, othersShown, postText, displayName, anonymous, mailLanguage, phrase, needs }
}
