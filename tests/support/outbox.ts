import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

export type Letter = Readonly<{ to: string; subject: string; text: string; html: string; headers: Record<string, string> }>

/** Every letter written to the outbox folder so far. */
export async function letters(dataDir: string): Promise<Letter[]> {
  const folder = path.join(dataDir, 'outbox')
  const files = await readdir(folder).catch(() => [])
  return Promise.all(
    files
      .filter((file) => file.endsWith('.json'))
      .map(async (file) => JSON.parse(await readFile(path.join(folder, file), 'utf8')) as Letter),
  )
}

/** The first letter that fits, waited for up to ten seconds. */
export async function letter(dataDir: string, fits: (letter: Letter) => boolean): Promise<Letter> {
  for (const until = Date.now() + 10_000; Date.now() < until; await pause(100)) {
    const found = (await letters(dataDir)).find(fits)
    if (found) return found
  }
  throw new Error('no such letter in the outbox')
}
