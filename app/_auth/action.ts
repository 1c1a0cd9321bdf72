import 'server-only'
import { redirect } from 'next/navigation'
import { Refusal } from '#lib/foundation/refusal.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { may, type StaffVerb } from '#lib/staff/permissions.ts'
import { currentStaff, wayIn } from './session.ts'

type Read<State, Input> = Readonly<{ ok: true; input: Input } | { ok: false; state: State }>

/** One thing staff can do with a form. */
export type StaffAction<State, Input> = Readonly<{
  /** What has to be allowed to whoever sends the form. */
  verb: StaffVerb
  /** Reads the form: what to do, or the form again with what is wrong. */
  parse: (form: FormData) => Read<State, Input>
  /** Does it. Ends in a redirect; a Refusal thrown on the way goes to `refused`. */
  run: (actor: StaffActor, input: Input) => Promise<never>
  /** The form again, as it was filled in, with why it was refused. */
  refused: (refusal: Refusal, form: FormData) => State
}>

/**
 * Makes a server action of staff. Who sends the form and whether they may is asked here, whatever the page showed: a page guards nothing.
 * Nobody is sent to sign in; somebody without the permission gets their form back with nothing done, on a page that says there is nothing.
 */
export function staffAction<State, Input>(action: StaffAction<State, Input>): (state: State, form: FormData) => Promise<State> {
  return async (state, form) => {
    const actor = await currentStaff()
    if (!actor) redirect(await wayIn())
    return performAs(actor, action, { state, form })
  }
}

/** What a staff action does for one member of staff. */
export async function performAs<State, Input>(
  actor: StaffActor,
  { verb, parse, run, refused }: StaffAction<State, Input>,
  { state, form }: Readonly<{ state: State; form: FormData }>,
): Promise<State> {
  if (!may(actor, verb)) return state
  const read = parse(form)
  if (!read.ok) return read.state
  try {
    return await run(actor, read.input)
  } catch (error) {
    if (error instanceof Refusal) return refused(error, form)
    throw error
  }
}
