import http, { type RequestListener } from 'node:http'
import { answerBroken, refuseBare } from './broken.ts'

/**
 * The server in front of `door`. What never comes that far is answered here: a request that cannot be read, a tunnel, an expectation nobody
 * knows. Offers of another protocol are passed over, as HTTP wants it: only the development server of Next takes them up.
 */
export function serverOf(door: RequestListener, dev = false): http.Server {
  // A connection rests here for longer than proxies let theirs: they would send a form into one that is just closing.
  const times = { headersTimeout: 20_000, requestTimeout: 120_000, keepAliveTimeout: 75_000 }
  return http
    .createServer({ ...times, requireHostHeader: false, shouldUpgradeCallback: () => dev }, door)
    .on('clientError', answerBroken)
    .on('connect', (_, socket) => refuseBare('405 Method Not Allowed', socket, 'Allow: GET, HEAD, POST'))
    .on('checkExpectation', ({ socket }) => refuseBare('417 Expectation Failed', socket))
}
