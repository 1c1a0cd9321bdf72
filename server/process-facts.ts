import { readFileSync } from 'node:fs'

export type ProcessFacts = { running: boolean; command: string | null; parent: number | null; bornAt: string | null }

const unknown = { command: null, parent: null, bornAt: null }

/**
 * What can be known about a process id: zombies count as not running. `bornAt` is an opaque mark that tells two users of one
 * process id apart. All but `running` are null where there is no /proc.
 */
export function processFacts(pid: number): ProcessFacts {
  if (!answersSignals(pid)) return { running: false, ...unknown }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const afterName = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return {
      running: afterName[0] !== 'Z',
      command: stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')')),
      parent: Number(afterName[1]),
      bornAt: afterName[19] ?? null,
    }
  } catch {
    return { running: true, ...unknown }
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
