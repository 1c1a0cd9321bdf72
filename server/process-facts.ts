import { readFileSync } from 'node:fs'

export type ProcessFacts = { running: boolean; command: string | null; bornAt: string | null }

/**
 * What can be known about a process id: zombies count as not running. `command` and `bornAt` (an opaque mark that tells
 * two users of one process id apart) are null where there is no /proc.
 */
export function processFacts(pid: number): ProcessFacts {
  if (!answersSignals(pid)) return { running: false, command: null, bornAt: null }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const afterName = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return {
      running: afterName[0] !== 'Z',
      command: stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')')),
      bornAt: afterName[19] ?? null,
    }
  } catch {
    return { running: true, command: null, bornAt: null }
  }
}

function answersSignals(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' // it lives, and belongs to somebody else
  }
}
