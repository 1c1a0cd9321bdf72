import { cookies } from 'next/headers'

export const keysCookie = 'hob-keys'

/** Whether this browser listens for the keys of the list. */
export async function keysAreOn(): Promise<boolean> {
  return (await cookies()).get(keysCookie)?.value !== 'off'
}
