import 'server-only'
import { type ChallengeParameters, createChallenge, verifySolution } from 'altcha-lib'
import { deriveKey as hashOnce } from 'altcha-lib/algorithms/sha'
import { z } from 'zod'
import { authSecret } from '#lib/foundation/env.ts'
import { deriveKey } from '#lib/foundation/ids.ts'

/** About sixteen thousand hashes: less than a second of a phone's time while its owner reads their answers. */
const effort = { algorithm: 'SHA-256', cost: 4, keyPrefix: '000' } as const
const lastsMs = 3_600_000
const longest = 2_000

const secret = () => deriveKey(authSecret(), 'proof of work')

/** A riddle for the sending of one draft, and of no other, as text for the page. */
export async function newRiddle(sendKey: string): Promise<string> {
  const challenge = await createChallenge({
    ...effort,
    deriveKey: hashOnce,
    data: { sendKey },
    expiresAt: new Date(Date.now() + lastsMs),
    hmacSignatureSecret: secret(),
  })
  return JSON.stringify(challenge)
}

const solved = z.object({
  challenge: z.object({ parameters: z.record(z.string(), z.unknown()), signature: z.string() }),
  solution: z.object({ counter: z.number(), derivedKey: z.string() }),
})

/** Whether what a form carries solves a riddle that was ours and made for this sending. Whatever else it carries is a no. */
export async function isSolved(sendKey: string, typed: string): Promise<boolean> {
  const read = typed.length <= longest ? solved.safeParse(jsonOf(typed)) : null
  if (!read?.success) return false
  const { parameters, signature } = read.data.challenge
  if (parameters.algorithm !== effort.algorithm || parameters.cost !== effort.cost || parameters.keyPrefix !== effort.keyPrefix)
    return false
  if (!z.object({ sendKey: z.literal(sendKey) }).safeParse(parameters.data).success) return false
  const challenge = { parameters: parameters as unknown as ChallengeParameters, signature }
  const verdict = await verifySolution({
    challenge,
    solution: read.data.solution,
    deriveKey: hashOnce,
    hmacSignatureSecret: secret(),
  }).catch(() => null)
  return verdict?.verified ?? false
}

function jsonOf(typed: string): unknown {
  try {
    return JSON.parse(typed)
  } catch {
    return null
  }
}
