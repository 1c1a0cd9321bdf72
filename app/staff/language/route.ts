import { NextResponse } from 'next/server'
import { isSecure } from '#app/_auth/cookie.ts'
import { env } from '#lib/foundation/env.ts'
import { localeOf } from '#lib/i18n/locales.ts'
import { languageCookie } from '../language.ts'

const yearSeconds = 31_536_000

/** Keeps the language that was chosen for the staff pages. */
export async function POST(request: Request): Promise<Response> {
  const locale = localeOf(String((await request.formData()).get('language') ?? ''))
  const response = NextResponse.redirect(new URL('/staff', env().SITE_URL), 303)
  if (locale)
    response.cookies.set(languageCookie, locale, {
      path: '/staff',
      maxAge: yearSeconds,
      httpOnly: true,
      sameSite: 'lax',
      secure: isSecure(),
    })
  return response
}
