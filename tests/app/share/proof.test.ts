import { type Challenge, solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/sha'
import { afterEach, expect, test, vi } from 'vitest'
import { isSolved, newRiddle } from '#app/[locale]/share/check/proof.ts'

afterEach(() => vi.useRealTimers())

async function solve(riddle: string): Promise<string> {
  const challenge = JSON.parse(riddle) as Challenge
  return JSON.stringify({ challenge, solution: await solveChallenge({ challenge, deriveKey }) })
}

test('a riddle that was solved opens its own sending and no other', async () => {
  const proof = await solve(await newRiddle('one draft'))

  expect(await isSolved('one draft', proof)).toBe(true)
  expect(await isSolved('another draft', proof)).toBe(false)
})

test('a riddle somebody made easier for themselves, or solved in part, opens nothing', async () => {
  const riddle = await newRiddle('one draft')
  const solved = JSON.parse(await solve(riddle))
  const wrong = [
    { ...solved, solution: { ...solved.solution, counter: solved.solution.counter + 1 } },
    { ...solved, solution: { counter: 0, derivedKey: '000'.padEnd(64, '0') } },
    { ...solved, challenge: { ...solved.challenge, signature: '0'.repeat(64) } },
    { ...solved, challenge: { ...solved.challenge, parameters: { ...solved.challenge.parameters, cost: 1 } } },
    { ...solved, challenge: { ...solved.challenge, parameters: { ...solved.challenge.parameters, keyPrefix: '0' } } },
    { challenge: solved.challenge },
  ]

  for (const typed of [...wrong.map((one) => JSON.stringify(one)), '', 'null', '{', '[]', `"${'a'.repeat(5_000)}"`])
    expect([typed.slice(0, 60), await isSolved('one draft', typed)]).toEqual([typed.slice(0, 60), false])
})

test('a riddle is worth nothing after an hour', async () => {
  const proof = await solve(await newRiddle('one draft'))
  vi.useFakeTimers({ now: Date.now() + 3_601_000, toFake: ['Date'] })

  expect(await isSolved('one draft', proof)).toBe(false)
})
