import http, { type RequestListener, type Server } from 'node:http'
import https from 'node:https'
import net, { type AddressInfo, type Socket } from 'node:net'
import type { Certificate } from './certificate.ts'

/** A server on this machine that counts what reaches it. */
export type Trap = Readonly<{
  base: string
  port: number
  connections: () => number
  requests: () => readonly string[]
  close: () => Promise<void>
}>

/** Answers over http, or over https when it is given a certificate. */
export async function webTrap(answer: RequestListener, certificate?: Certificate): Promise<Trap> {
  const seen: string[] = []
  const listener: RequestListener = (request, response) => {
    seen.push(`${request.method} ${request.headers.host}${request.url}`)
    answer(request, response)
  }
  const server = certificate ? https.createServer({ ...certificate }, listener) : http.createServer(listener)
  return trap(server, certificate ? 'https' : 'http', seen)
}

/** Answers with whatever it likes, byte by byte. */
export async function rawTrap(answer: (socket: Socket) => void): Promise<Trap> {
  const server = net.createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', () => answer(socket))
  })
  return trap(server, 'http', [])
}

async function trap(server: Server | net.Server, scheme: string, seen: readonly string[]): Promise<Trap> {
  const sockets = new Set<Socket>()
  let connections = 0
  server.on('connection', (socket: Socket) => {
    connections += 1
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done())
      for (const socket of sockets) socket.destroy()
    })
  return { base: `${scheme}://127.0.0.1:${port}`, port, connections: () => connections, requests: () => seen, close }
}
