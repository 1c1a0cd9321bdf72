import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { BatchSpanProcessor, NodeTracerProvider, type ReadableSpan, type SpanProcessor } from '@opentelemetry/sdk-trace-node'

/** Attributes that may hold an address with somebody's secret link, a search by mail address, or a network address. */
const personal = /^(?:http\.(?:target|url|user_agent|client_ip)|url\.|net\.|client\.|server\.address|user_agent\.|next\.span_name)/

/** Keeps what tells how long which part took, and drops what could tell of whom. */
class Discreet implements SpanProcessor {
  #next: SpanProcessor
  constructor(next: SpanProcessor) {
    this.#next = next
  }
  onStart(): void {}
  onEnd(span: ReadableSpan): void {
    for (const key of Object.keys(span.attributes)) if (personal.test(key)) delete span.attributes[key]
    const name = String(span.attributes['next.route'] ?? span.name).replace(/\S*\?\S*/g, '')
    const told = {
      name: { value: name.replace(/\/(entry|continue)\/[^/[\s]+/, '/$1/…') },
      // What an error says may hold a value of somebody's row: its line in the log is found by the time.
      status: { value: { code: span.status.code } },
      events: { value: [] },
    }
    this.#next.onEnd(Object.create(span, told) as ReadableSpan)
  }
  forceFlush(): Promise<void> {
    return this.#next.forceFlush()
  }
  shutdown(): Promise<void> {
    return this.#next.shutdown()
  }
}

/** Sends the spans Next makes to an OpenTelemetry collector at this address, without anything that tells whom they were made for. Returns what sends the rest at once. */
export function startTracing(endpoint: string): () => Promise<void> {
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces` })
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'humans-of-binance' }),
    spanProcessors: [new Discreet(new BatchSpanProcessor(exporter))],
  })
  provider.register()
  return () => provider.forceFlush()
}
