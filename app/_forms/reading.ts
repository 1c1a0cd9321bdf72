import 'server-only'
import { headers } from 'next/headers'
import { fault } from '#lib/foundation/log.ts'

/** Whether this page is rendered as the answer to a form rather than asked for: then nothing may take the form, and what was typed into it, away. */
export async function isAnswering(): Promise<boolean> {
  return (await headers()).get('content-type')?.startsWith('multipart/form-data') ?? false
}

/** What `read` gives. While a form is being answered a failing read gives null instead of a broken page, so that the form still comes back. */
export async function unlessAnswering<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read()
  } catch (error) {
    if (!(await isAnswering())) throw error
    fault('form.page-read-failed', error)
    return null
  }
}
