import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { StartError } from './start-error.ts'

/** A port nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return listenOnce(0, '127.0.0.1')
}

/** Whether `port` can be listened on, now or within `patience` milliseconds. Without `host`: on every address of this machine. */
export async function isPortFree(port: number, host: string | undefined, patience: number): Promise<boolean> {
  for (const until = Date.now() + patience; ; await pause(100)) {
    try {
      await listenOnce(port, host)
      return true
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
      if (Date.now() >= until) return false
    }
  }
}

/** Refuses a port the site could not listen on, after `patience` milliseconds. */
export async function requirePort(port: number, patience: number): Promise<void> {
  const taken = `Port ${port} is already in use. Stop the other program or start with PORT=${port === 65535 ? 3000 : port + 1} npm start.`
  try {
    // a program on one address only does not keep every system from listening on all of them
    for (const host of [undefined, '127.0.0.1']) if (!(await isPortFree(port, host, patience))) throw new StartError(taken)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EACCES') throw error
    throw new StartError(`Port ${port} is reserved for the administrator of this machine. Start with PORT=3000 npm start.`)
  }
}

function listenOnce(port: number, host: string | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(port, host, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port))
    })
  })
}
