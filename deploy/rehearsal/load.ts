import { type Answer, enter, type Storyteller } from '#tests/chaos/storyteller.ts'

export type Failure = Readonly<{ at: number; place: string; what: string }>

/** Sample storytellers who go on entering through the proxy; what they were told, and what they saw go wrong. */
export type Load = Readonly<{
  told: ReadonlyMap<string, string>
  failures: readonly Failure[]
  /** How many requests were answered, and when the last reference was shown. */
  count: () => Readonly<{ requests: number; lastTold: number }>
  /** Lets everyone finish, for as long as this at most. */
  stop: (patienceMs: number) => Promise<void>
}>

/** Starts `people` of them at `site`. Each one sends again what broke, as a patient person would. */
export function startLoad(site: string, people: number): Load {
  const told = new Map<string, string>()
  const failures: Failure[] = []
  const state = { over: false, next: 0, requests: 0, lastTold: 0, until: Number.POSITIVE_INFINITY }

  const watch = async (place: string, request: () => Promise<Answer>): Promise<Answer> => {
    const fail = (what: string) => failures.push({ at: Date.now(), place, what })
    try {
      const answer = await request()
      if (answer.status >= 500 || answer.status === 409 || answer.status === 429) fail(String(answer.status))
      return answer
    } catch (error) {
      fail((error as Error).message)
      throw error
    } finally {
      state.requests += 1
    }
  }
  const one = async () => {
    while (!state.over) {
      const number = state.next++
      const address = `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`
      // The rehearsal counts what it finds by the same mark as the other one.
      const email = `chaos-rehearsal-${number}@example.org`
      const person: Storyteller = Object.assign(deadline(state), { site, address, cookies: new Map(), watch })
      const reference = await enter(person, number, email)
      if (reference) {
        told.set(email, reference)
        state.lastTold = Date.now()
      }
    }
  }
  const all = Promise.all(Array.from({ length: people }, one))
  return {
    told,
    failures,
    count: () => ({ requests: state.requests, lastTold: state.lastTold }),
    stop: async (patienceMs) => {
      state.over = true
      state.until = Date.now() + patienceMs
      await all
    },
  }
}

/** An end that may still be set while somebody walks. */
function deadline(state: { readonly until: number }): Pick<Storyteller, 'until'> {
  return {
    get until() {
      return state.until
    },
  }
}
