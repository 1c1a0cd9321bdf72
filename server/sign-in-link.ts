import { type Context, runProgram } from './program.ts'
import { StartError } from './start-error.ts'

/**
 * A sign-in link for the first admin, or null after saying why there is none: a site that stands needs no link, and whoever runs it may have
 * removed the first admin long ago.
 */
export async function signInLink(context: Context, warn: (line: string) => void): Promise<string | null> {
  try {
    return (await runProgram('Making the sign-in link', ['--conditions=react-server', 'server/staff-link.ts'], context)).trim()
  } catch (error) {
    if (!(error instanceof StartError)) throw error
    warn(error.message)
    return null
  }
}
