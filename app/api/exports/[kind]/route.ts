import { currentStaff } from '#app/_auth/session.ts'
import { type ExportPlan, exportRows } from '#lib/audit/export.ts'
import { now } from '#lib/foundation/clock.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { exportPlan } from './plan.ts'

export const dynamic = 'force-dynamic'

type Context = Readonly<{ params: Promise<{ kind: string }> }>

/** Streams a table to a member of staff who may have it; for everybody else there is nothing here. */
export async function GET(request: Request, context: Context): Promise<Response> {
  const found = await asked(request, context)
  if (!found) return nothing()
  const rows = await exportRows(found.actor, found.plan)
  // A query that cannot even begin is a page that says so, and not half a file.
  const first = await rows.next()
  return new Response(streamed(first.value, rows), { headers: headersOf(found.plan) })
}

/** Says whether there is something, without making it. */
export async function HEAD(request: Request, context: Context): Promise<Response> {
  const found = await asked(request, context)
  return found ? new Response(null, { headers: headersOf(found.plan) }) : nothing()
}

async function asked(request: Request, { params }: Context): Promise<{ actor: StaffActor; plan: ExportPlan } | null> {
  const actor = await currentStaff()
  if (!actor) return null
  const plan = await exportPlan(actor, (await params).kind, new URL(request.url).searchParams.get('variant'))
  return plan && { actor, plan }
}

type Bytes = Uint8Array<ArrayBuffer>

/** Asks for more only when what was given is taken; ends the query when nobody takes any more. */
function streamed(first: Bytes | undefined, rows: AsyncGenerator<Bytes, undefined, undefined>): ReadableStream<Bytes> {
  let next = first
  return new ReadableStream(
    {
      pull: async (controller) => {
        while (!next?.length) {
          const { value, done } = await rows.next()
          if (done) return controller.close()
          next = value
        }
        controller.enqueue(next)
        next = undefined
      },
      cancel: async () => {
        await rows.return(undefined)
      },
    },
    { highWaterMark: 0 },
  )
}

function headersOf({ kind, variant, shape }: ExportPlan): Record<string, string> {
  const name = `humans-of-binance-${kind}-${variant}-${now().toISOString().slice(0, 10)}.${shape}`
  return {
    'content-type': shape === 'csv' ? 'text/csv; charset=utf-8; header=present' : 'application/json; charset=utf-8',
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
    ...(shape === 'csv' && { 'x-formula-guard': 'apostrophe' }),
  }
}

function nothing(): Response {
  return new Response('Not found\n', {
    status: 404,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'private, no-store' },
  })
}
