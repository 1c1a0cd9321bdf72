import type http from 'node:http'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import next from 'next'
import { env } from '#lib/foundation/env.ts'
import { keepBeating, whenLeft } from '#lib/foundation/heartbeat.ts'
import { fault, info } from '#lib/foundation/log.ts'
import { openDoor } from './door/door.ts'
import { serverOf } from './door/server.ts'
import { leave } from './leaving.ts'

const graceMilliseconds = 8_000

/** Serves the site on env PORT until it is told to stop; every request passes the door first. */
async function serve(dev: boolean): Promise<void> {
  const { PORT, DRAIN_SECONDS, OTEL_EXPORTER_OTLP_ENDPOINT: collector } = env()
  if (collector) (await import('./tracing.ts')).startTracing(collector)
  // Names the port in the addresses Next makes; the server below listens on every interface.
  const app = next({ dev, dir: path.resolve(fileURLToPath(new URL('..', import.meta.url))), hostname: 'localhost', port: PORT })
  await app.prepare()
  const server = serverOf(openDoor(app.getRequestHandler()), dev)
  if (dev) server.on('upgrade', app.getUpgradeHandler())
  server.on('error', (error) => {
    fault('site.listen', error)
    process.exit(1)
  })
  stopGracefully(server, DRAIN_SECONDS * 1_000)
  server.listen(PORT, () => info('site.listening', { port: PORT }))
  keepBeating()
}

/** First goes on answering for `drain` milliseconds, so that a proxy can notice and ask another site; then finishes what has begun. */
function stopGracefully(server: http.Server, drain: number): void {
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    leave()
    if (drain) await pause(drain)
    server.close(() => process.exit(0))
    server.closeIdleConnections()
    setTimeout(() => process.exit(0), graceMilliseconds).unref()
  }
  process.on('SIGTERM', stop).on('SIGINT', stop)
  whenLeft(stop)
}

await serve(process.argv.includes('--dev'))
