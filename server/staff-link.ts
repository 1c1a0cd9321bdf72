import { db } from '#lib/foundation/db.ts'
import { env } from '#lib/foundation/env.ts'
import { readStaffAddress } from '#lib/staff/address.ts'
import { newSignInUrl } from '#lib/staff/sign-in.ts'

// Prints one sign-in link for the first admin: works once, for ten minutes. Run with --conditions=react-server.
const email = readStaffAddress(env().STAFF_ADMIN_EMAIL)
const url = email && (await newSignInUrl(email))
await db.$disconnect()
if (url) process.stdout.write(`${url}\n`)
else {
  process.stderr.write('STAFF_ADMIN_EMAIL is nobody who was invited: no sign-in link was made.\n')
  process.exitCode = 1
}
