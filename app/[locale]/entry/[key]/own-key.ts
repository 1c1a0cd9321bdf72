import 'server-only'
import { currentPath } from '#app/_site/request.ts'

/** The secret of the page a form was sent from, as it stands in its address. */
export async function ownKey(): Promise<string> {
  return (await currentPath()).split(/[/?]/)[2] ?? ''
}

/** An address below an entry's page, without language prefix. */
export function entryPath(key: string, below = ''): string {
  return `/entry/${encodeURIComponent(key)}${below}`
}
