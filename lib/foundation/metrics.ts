import { Counter, collectDefaultMetrics, Gauge, Histogram, register } from 'prom-client'

// Next bundles its own copy of this file beside the one the door loads: what is counted lives in the one registry of the library.

function once<M>(name: string, make: () => M): M {
  return (register.getSingleMetric(name) as M | undefined) ?? make()
}

const requests = once(
  'hob_http_requests_total',
  () => new Counter({ name: 'hob_http_requests_total', help: 'Answered requests.', labelNames: ['place', 'method', 'status'] }),
)
const seconds = once(
  'hob_http_request_seconds',
  () =>
    new Histogram({
      name: 'hob_http_request_seconds',
      help: 'Time from the request to the last byte of the answer, in seconds.',
      labelNames: ['place'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15],
    }),
)

const places = ['share', 'entry', 'stories', 'history', 'results', 'staff', 'api', 'films', 'media', 'art', 'fonts', 'modules', '_next']

/** The part of the site an address belongs to: one of a closed list, so that no address of anybody becomes a label. */
export function placeOf(path: string): string {
  const first = path.split(/[/?]/, 2)[1] ?? ''
  return first === '' ? 'home' : (places.find((place) => place === first) ?? 'other')
}

type Answered = Readonly<{ path: string; method: string; status: number; milliseconds: number }>

/** Counts one answered request. */
export function countRequest({ path, method, status, milliseconds }: Answered): void {
  const place = placeOf(path)
  const known = ['GET', 'HEAD', 'POST'].includes(method) ? method : 'other'
  requests.inc({ place, method: known, status: String(status) })
  seconds.observe({ place }, milliseconds / 1000)
}

/** Sets a gauge, made when it is first set. Names are lower case words with underscores. */
export function setGauge(name: string, help: string, value: number): void {
  once(name, () => new Gauge({ name, help })).set(value)
}

/** Says nothing of this gauge until it is set again. */
export function dropGauge(name: string): void {
  register.removeSingleMetric(name)
}

/** Everything counted in this process, as Prometheus reads it. */
export async function metricsText(): Promise<{ type: string; text: string }> {
  once('process_cpu_seconds_total', () => collectDefaultMetrics())
  return { type: register.contentType, text: await register.metrics() }
}
