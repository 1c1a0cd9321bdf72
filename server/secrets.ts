import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { exists } from './files.ts'

/** The secret that signs sessions and links: made once for each data folder, kept in its secrets.json. */
export async function authSecretOf(dataDir: string): Promise<string> {
  const text = await madeOnce(path.join(dataDir, 'secrets.json'), () => JSON.stringify({ auth: randomBytes(32).toString('base64url') }))
  return (JSON.parse(text) as { auth: string }).auth
}

/**
 * The key by which a form opened before a new build still works after it. It goes into the build, so it belongs to the
 * project and not to a data folder: starting on another folder asks for no other build.
 */
export async function actionKeyOf(project: string): Promise<string> {
  return (await madeOnce(path.join(project, '.data', 'action-key'), () => randomBytes(32).toString('base64'))).trim()
}

/** The file's text; `make` fills it when missing. Of several processes at once, all get the same text. */
async function madeOnce(file: string, make: () => string): Promise<string> {
  if (!(await exists(file))) {
    const draft = `${file}.${randomBytes(4).toString('hex')}`
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(draft, make(), { mode: 0o600 })
    await link(draft, file).catch((error) => {
      if (error.code !== 'EEXIST') throw error
    })
    await rm(draft)
  }
  return readFile(file, 'utf8')
}
