import 'server-only'
import { record } from '#lib/audit/record.ts'
import { now } from '#lib/foundation/clock.ts'
import { db, type Tx } from '#lib/foundation/db.ts'
import { deriveKey, hashToken, newToken } from '#lib/foundation/ids.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import { comparisonKey } from '#lib/foundation/text.ts'
import { dateTime } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { queueMail } from '#lib/mail/outbox.ts'
import { continueLinkState, type LinkEnd, newContinueUrl } from '../continue-links.ts'
import { draftHeldBy, entryKeyHashOf } from '../draft-tokens.ts'
import { readAnswers } from '../schema.ts'

/**
 * Mails a link that opens this draft on another device: once, for seven days, until a newer one is mailed. The address goes into the
 * mail and nowhere else. The storyteller's phrase is repeated only to the address given with it.
 * Refuses 'draft.missing' and 'draft.sent'.
 */
export async function mailContinueLink(token: string, email: string, locale: Locale): Promise<void> {
  const at = now()
  await db.$transaction(async (tx) => {
    const [held] = await tx.$queryRaw<{ id: string }[]>`
      select id from draft where id = ${draftHeldBy(token)} and expires_at > ${at} for update`
    if (!held) throw new Refusal('draft.missing')
    const draft = await tx.draft.findUniqueOrThrow({ where: { id: held.id }, include: { submission: { select: { id: true } } } })
    if (draft.submission) throw new Refusal('draft.sent')
    const { url, until } = await newContinueUrl(tx, draft, { locale, at })
    const { you } = readAnswers(draft.answers)
    const phrase = you && comparisonKey(you.email) === comparisonKey(email) ? you.phrase : null
    await queueMail(tx, { kind: 'continue', to: email, locale, values: { url, phrase, until: dateTime(locale, until) } })
    await record(tx, { actor: { kind: 'storyteller' }, action: 'continue-link.mailed', subject: { kind: 'draft', id: draft.id }, at })
  })
}

export type Continued = Readonly<{ ok: true; token: string } | { ok: false; reason: LinkEnd }>

/**
 * Uses a mailed link up and gives the browser that holds it a token of its own for the draft; those given before keep working.
 * Of two uses at once one wins. The same `page` sent again, pressed twice or after its answer was lost, gets the token it got.
 * Says why a link opens nothing instead.
 */
export async function useContinueLink(linkToken: string, page = newToken()): Promise<Continued> {
  const at = now()
  const tokenHash = hashToken(linkToken)
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`select d.id from draft d join continue_link l on l.draft_id = d.id where l.token_hash = ${tokenHash} for update of d`
    const link = await continueLinkState(tx, linkToken)
    const token = deriveKey(`${linkToken} ${page}`, 'draft')
    if (!link.works) return (await wasGiven(tx, token)) ? { ok: true, token } : { ok: false, reason: link.end }
    const { draftId } = link
    await tx.$executeRaw`update continue_link set used_at = ${at} where token_hash = ${tokenHash}`
    await tx.$executeRaw`
      insert into draft_token (token_hash, draft_id, entry_key_hash, created_at) values (${hashToken(token)}, ${draftId}::uuid, ${entryKeyHashOf(token)}, ${at})`
    // A sending that read the draft before this moment does not know the new token: it has to read again.
    await tx.draft.update({ where: { id: draftId }, data: { updatedAt: at } })
    await record(tx, { actor: { kind: 'storyteller' }, action: 'continue-link.used', subject: { kind: 'draft', id: draftId }, at })
    return { ok: true, token }
  })
}

async function wasGiven(tx: Tx, token: string): Promise<boolean> {
  return (await tx.draftToken.count({ where: { tokenHash: hashToken(token) } })) > 0
}
