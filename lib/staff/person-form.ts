import { countGraphemes, findForbidden, hasVisible, normaliseText } from '#lib/foundation/text.ts'
import { type StaffRole, staffRoles } from './actor.ts'
import { readStaffAddress } from './address.ts'

/** In characters as people see them. */
export const nameMax = 60
export const languagesMax = 12

/** What an admin decides about a person. Languages are BCP 47 tags. */
export type PersonDetails = Readonly<{ name: string | null; role: StaffRole; independent: boolean; languages: readonly string[] }>

/** A form as it was filled in. */
export type PersonValues = Readonly<{ email: string; name: string; role: string; independent: boolean; languages: string; version: string }>
export type PersonField = 'email' | 'name' | 'role' | 'independent' | 'languages'
export type PersonErrorCode =
  | 'email.missing'
  | 'email.invalid'
  | 'email.known'
  | 'email.removed'
  | 'name.tooLong'
  | 'name.forbidden'
  | 'role.missing'
  | 'independent.role'
  | 'languages.unknown'
  | 'languages.tooMany'
export type PersonErrors = Partial<Record<PersonField, Readonly<{ code: PersonErrorCode; tag?: string }>>>

/** The fields of the form and nothing else; of a field that comes twice, the first counts. */
export function readPerson(form: FormData): PersonValues {
  const first = (name: string) => form.getAll(name).find((value) => typeof value === 'string') ?? ''
  return {
    email: first('email').slice(0, 400).trim(),
    name: normaliseText(first('name').slice(0, 2000)),
    role: first('role').slice(0, 40),
    independent: first('independent') === 'yes',
    languages: first('languages').slice(0, 2000).trim(),
    version: first('version').slice(0, 12),
  }
}

type Parsed<T> = { ok: true; value: T } | { ok: false; errors: PersonErrors }

/** The details of a filled-in form, or the first thing wrong with each field. */
export function parsePerson(values: PersonValues): Parsed<PersonDetails> {
  const errors: PersonErrors = {}
  if (findForbidden(values.name, 'line')) errors.name = { code: 'name.forbidden' }
  else if (countGraphemes(values.name) > nameMax) errors.name = { code: 'name.tooLong' }
  const role = staffRoles.find((known) => known === values.role)
  if (!role) errors.role = { code: 'role.missing' }
  if (values.independent && role && role !== 'reviewer') errors.independent = { code: 'independent.role' }
  const languages = readLanguages(values.languages)
  if (!languages.ok) errors.languages = languages.tag ? { code: 'languages.unknown', tag: languages.tag } : { code: 'languages.tooMany' }
  if (!role || !languages.ok || Object.keys(errors).length > 0) return { ok: false, errors }
  const name = hasVisible(values.name) ? values.name : null
  return { ok: true, value: { name, role, independent: values.independent, languages: languages.tags } }
}

/** The same with the address of somebody new. */
export function parseInvitation(values: PersonValues): Parsed<PersonDetails & Readonly<{ email: string }>> {
  const email = readStaffAddress(values.email)
  const details = parsePerson(values)
  if (email && details.ok) return { ok: true, value: { ...details.value, email } }
  const wrong: PersonErrors = email ? {} : { email: { code: values.email ? 'email.invalid' : 'email.missing' } }
  return { ok: false, errors: { ...wrong, ...(details.ok ? {} : details.errors) } }
}

const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })

/** Typed tags in their canonical form, each once; or the first that names no language; or null as the tag when they are too many. */
function readLanguages(typed: string): { ok: true; tags: string[] } | { ok: false; tag: string | null } {
  const parts = typed.split(/[\s,;]+/).filter(Boolean)
  if (parts.length > languagesMax) return { ok: false, tag: null }
  const tags = new Set<string>()
  for (const part of parts) {
    const tag = canonical(part)
    if (!tag) return { ok: false, tag: part.slice(0, 35) }
    tags.add(tag)
  }
  return { ok: true, tags: [...tags] }
}

function canonical(part: string): string | null {
  if (!/^[A-Za-z0-9-]{2,35}$/.test(part)) return null
  try {
    const locale = new Intl.Locale(part)
    return names.of(locale.language) ? locale.toString() : null
  } catch {
    return null
  }
}
