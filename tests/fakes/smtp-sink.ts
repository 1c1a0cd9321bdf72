import net, { type AddressInfo, type Socket } from 'node:net'

/** One message as it came over the wire. */
export type Received = Readonly<{ from: string; to: readonly string[]; raw: string }>

export type SmtpSink = Readonly<{
  url: string
  messages: readonly Received[]
  /** Every command line, as it came. */
  commands: readonly string[]
  /** Answers the next command that begins with `verb` with this reply instead of its own; 'hang up' cuts the line. */
  failOnce: (verb: string, reply: string) => void
  close: () => Promise<void>
}>

type State = { readonly messages: Received[]; readonly commands: string[]; readonly failures: Map<string, string> }
type Mail = { from: string; to: string[]; data: string[] | null }

/** A mail server on this machine that takes every message and keeps it: enough of RFC 5321 for one client at a time on each connection. */
export async function smtpSink(): Promise<SmtpSink> {
  const state: State = { messages: [], commands: [], failures: new Map() }
  const sockets = new Set<Socket>()
  const server = net.createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => {})
    talk(socket, state)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    messages: state.messages,
    commands: state.commands,
    failOnce: (verb, reply) => void state.failures.set(verb, reply),
    close: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

function talk(socket: Socket, state: State): void {
  const mail: Mail = { from: '', to: [], data: null }
  let rest = ''
  const say = (reply: string) => (reply === 'hang up' ? socket.destroy() : socket.write(`${reply}\r\n`))
  say('220 sink ready')
  socket.setEncoding('utf8').on('data', (chunk) => {
    const lines = (rest + String(chunk)).split('\r\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const reply = mail.data ? hear(line, mail, state) : answer(line, mail, state)
      if (reply) say(reply)
      if (reply?.startsWith('221')) socket.end()
    }
  })
}

/** A line of the message itself; the single dot that ends it makes the message received. */
function hear(line: string, mail: Mail, state: State): string | null {
  if (line !== '.') {
    mail.data?.push(line.startsWith('.') ? line.slice(1) : line)
    return null
  }
  const raw = (mail.data ?? []).join('\r\n')
  mail.data = null
  const failure = taken(state, 'END')
  if (failure) return failure
  state.messages.push({ from: mail.from, to: [...mail.to], raw })
  return '250 taken'
}

function answer(line: string, mail: Mail, state: State): string {
  state.commands.push(line)
  const verb = (line.split(/[\s:]/)[0] ?? '').toUpperCase()
  const failure = taken(state, verb)
  if (failure) return failure
  if (verb === 'EHLO') return '250-sink\r\n250-8BITMIME\r\n250 SMTPUTF8'
  if (verb === 'MAIL') Object.assign(mail, { from: addressIn(line), to: [] })
  if (verb === 'RCPT') mail.to.push(addressIn(line))
  if (verb === 'DATA') mail.data = []
  if (verb === 'DATA') return '354 go on'
  return verb === 'QUIT' ? '221 bye' : '250 fine'
}

function taken({ failures }: State, verb: string): string | undefined {
  const reply = failures.get(verb)
  failures.delete(verb)
  return reply
}

function addressIn(line: string): string {
  return /<([^>]*)>/.exec(line)?.[1] ?? ''
}
