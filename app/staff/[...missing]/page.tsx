import { requireStaff } from '#app/_auth/session.ts'
import { staffLocale } from '../language.ts'
import { Missing } from '../missing.tsx'

export default async function NoSuchPage() {
  return <Missing actor={await requireStaff()} locale={await staffLocale()} />
}
