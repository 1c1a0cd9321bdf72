import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { type ClaimRecord, type ContextRecord, claimSchema, contextSchema } from '#lib/history/schema.ts'

function read<T>(name: string, schema: z.ZodType<T>): T {
  return schema.parse(JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')))
}

/** The claims of the community post as the research left them. Throws when the file breaks its schema. */
export function claimRecords(): ClaimRecord[] {
  return read('./claims.json', z.array(claimSchema))
}

/** What the post leaves out. Throws when the file breaks its schema. */
export function contextRecords(): ContextRecord[] {
  return read('./context.json', z.array(contextSchema))
}
