'use server'

import { redirect } from 'next/navigation'
import { store } from './store.ts'

/** The smallest action that takes a form: stores it and leads to its receipt. */
export async function send(form: FormData): Promise<void> {
  redirect(`/entering/done?reference=${await store(String(form.get('story') ?? ''))}`)
}
