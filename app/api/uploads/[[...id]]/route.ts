import { currentStaff } from '#app/_auth/session.ts'
import { filmTaker } from '#lib/films/commands/upload.ts'
import { may } from '#lib/staff/permissions.ts'
import { receiveUpload, storyTaker } from '#lib/stories/commands/upload.ts'

const takers = [storyTaker, filmTaker] as const

/** A piece of a film or poster from an editor, for a story or for a film of the desk. For everybody else there is nothing here. */
async function serve(request: Request): Promise<Response> {
  const actor = await currentStaff()
  if (takers.some(({ verb }) => may(actor, verb)) && actor) return receiveUpload(actor, request, takers)
  return new Response('Not found\n', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } })
}

export const HEAD = serve
export const POST = serve
export const PATCH = serve
export const DELETE = serve
export const OPTIONS = serve
