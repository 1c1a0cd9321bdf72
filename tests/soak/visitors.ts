import http from 'node:http'
import { chanceOf } from '../chaos/chance.ts'
import { type Answer, enter, type Storyteller } from '../chaos/storyteller.ts'
import type { Sample } from './figures.ts'

/** How thirty requests are made up. */
const mix = { page: 18, entering: 9, staff: 3 }
const pages = [
  '/',
  '/stories',
  '/history',
  '/rules',
  '/privacy',
  '/accessibility',
  '/es',
  '/ar/stories',
  '/es/history',
  '/feed.xml',
  '/share',
]
const staffPages = ['/staff', '/staff/submissions', '/staff/submissions?status=submitted', '/staff/submissions?q=books']
const patienceMilliseconds = 20_000

/** Everybody who ever entered, so that nobody sends what another one sent. */
let entered = 0

type Slot = Readonly<{ due: number }>
type Site = Readonly<{ url: string; cookie: string }>

/**
 * Sends `rate` requests a second for as long as told, whether or not those before are answered, and notes how long each took from the moment
 * it was due: a site that stalls is not let off by visitors who wait for it.
 */
export async function visit(site: Site, rate: number, seconds: number, note: (sample: Sample) => void): Promise<void> {
  const chance = chanceOf(1)
  const waiting: ((slot: Slot) => void)[] = []
  const begun = performance.now()
  const asked: Promise<unknown>[] = []
  const entering = storytellers(site.url, waiting, Date.now() + (seconds + 20) * 1_000, note)
  const agent = new http.Agent({ keepAlive: true, maxSockets: 64 })
  for (let number = 0; number < rate * seconds; number += 1) {
    const due = begun + (number * 1_000) / rate
    const early = due - performance.now()
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early))
    const kind = pick(chance())
    if (kind === 'entering') {
      if (!waiting.length) entering.anotherOne()
      waiting.pop()?.({ due }) // who is under way goes on, so that people arrive at the end
    } else asked.push(look(site, kind, chance(), agent, due).then(note))
  }
  await Promise.allSettled(asked)
  agent.destroy()
}

function pick(chance: number): keyof typeof mix {
  const at = chance * (mix.page + mix.entering + mix.staff)
  return at < mix.page ? 'page' : at < mix.page + mix.entering ? 'entering' : 'staff'
}

/** People who enter, each request at a moment the clock gives out. */
function storytellers(url: string, waiting: ((slot: Slot) => void)[], until: number, note: (sample: Sample) => void) {
  const watch = async (place: string, request: () => Promise<Answer>): Promise<Answer> => {
    const { due } = await new Promise<Slot>((resolve) => waiting.push(resolve))
    const kind = place === 'POST /share/check' ? 'sending' : place.startsWith('POST') ? 'a step sent' : 'a step opened'
    const noted = (failed: boolean) => note({ kind, milliseconds: performance.now() - due, failed })
    try {
      const answer = await request()
      noted(answer.status >= 400)
      return answer
    } catch (error) {
      noted(true)
      throw error
    }
  }
  return {
    anotherOne: () => {
      const number = entered++
      const address = `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`
      const person: Storyteller = { site: url, address, cookies: new Map(), until, watch }
      void enter(person, number, `soak-${number}@example.org`)
    },
  }
}

function look(site: Site, kind: 'page' | 'staff', chance: number, agent: http.Agent, due: number): Promise<Sample> {
  const all = kind === 'page' ? pages : staffPages
  const path = all[Math.floor(chance * all.length)] ?? '/'
  const headers = { 'accept-encoding': 'br', ...(kind === 'staff' ? { cookie: site.cookie } : {}) }
  return new Promise((resolve) => {
    const done = (failed: boolean) => resolve({ kind: `${kind} seen`, milliseconds: performance.now() - due, failed })
    const request = http.get(site.url + path, { headers, agent, timeout: patienceMilliseconds }, (response) => {
      response.resume().on('close', () => done(!response.complete || response.statusCode !== 200))
    })
    request.on('timeout', () => request.destroy(new Error('no answer'))).on('error', () => done(true))
  })
}
