import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { postPlatforms } from '#lib/submissions/post-url.ts'

/** Every network is a closed port of this machine, so that no test asks a real one about a made-up post. */
const noNetwork = JSON.stringify(Object.fromEntries(postPlatforms.map((name) => [name, 'http://127.0.0.1:1'])))

/** A site started as `npm start` does, with the sign-in link it printed. */
export type Site = Readonly<{ child: ChildProcess; url: string; staffLink: string; dataDir: string; port: number }>

export async function freePort(): Promise<number> {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (typeof address !== 'object' || !address) throw new Error('no free port')
  return address.port
}

/** Starts the site on its own data folder; resolves when it answers. `print` hears what it says, `more` goes into its environment. */
export async function startSite(
  dataDir: string,
  port: number,
  print: (text: string) => void = () => {},
  more: Readonly<Record<string, string>> = {},
): Promise<Site> {
  const own = {
    PORT: String(port),
    DATA_DIR: dataDir,
    NODE_ENV: '',
    DATABASE_URL: '',
    SMTP_URL: '',
    SITE_URL: '',
    NETWORK_BASES: noNetwork,
    // Each sample storyteller comes from a network of their own.
    TRUST_PROXY: '127.0.0.1 ::1',
    ...more,
  }
  const child = spawn(process.execPath, ['server/start.ts'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: Object.assign({ ...process.env }, own),
  })
  let output = ''
  const staffLink = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      print(chunk.toString())
      output = (output + chunk.toString()).slice(-20_000)
      const link = /Staff sign-in[^:]*: (\S+)/.exec(output)?.[1]
      if (link) resolve(link)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', () => reject(new Error(`the site did not start:\n${output}`)))
  })
  return { child, url: `http://localhost:${port}`, staffLink, dataDir, port }
}

/** Asks the site to stop and waits until it did. */
export async function stopSite({ child }: Site): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}
