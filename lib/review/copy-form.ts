import { hasVisible, normaliseText } from '#lib/foundation/text.ts'
import { firstText, type TextError, textError } from './typed-text.ts'

/** In characters as people see them: a story and its tokens. */
export const copyMax = 6000

/** A form as it was filled in. */
export type CopyValues = Readonly<{ reference: string; version: string; seen: string; story: string; postText: string }>
export type CopyErrors = Readonly<{ story?: TextError | Readonly<{ code: 'missing' }>; postText?: TextError }>

/** The fields of the form for a copy and nothing else. */
export function readCopy(form: FormData): CopyValues {
  return {
    reference: firstText(form, 'reference'),
    version: firstText(form, 'version'),
    seen: firstText(form, 'seen'),
    story: normaliseText(firstText(form, 'story')),
    postText: normaliseText(firstText(form, 'postText')),
  }
}

/** What is wrong with each text; null when nothing is. */
export function copyErrors({ story, postText }: CopyValues): CopyErrors | null {
  const wrong = hasVisible(story) ? textError(story, copyMax) : ({ code: 'missing' } as const)
  const wrongPost = textError(postText, copyMax)
  const errors = { ...(wrong ? { story: wrong } : {}), ...(wrongPost ? { postText: wrongPost } : {}) }
  return Object.keys(errors).length > 0 ? errors : null
}

/** A form as the command takes it. */
export function preparedOf({ reference, version, seen, story, postText }: CopyValues) {
  return { reference, version: Number(version), seen: Number(seen), story, postText: hasVisible(postText) ? postText : null }
}
