'use server'

import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { env } from '#lib/foundation/env.ts'
import { themeCookie } from './request.ts'

/** Keeps the visitor's choice of appearance for a year and returns to the page it was made on. */
export async function chooseTheme(form: FormData): Promise<void> {
  const theme = form.get('theme')
  const back = String(form.get('back') ?? '/')
  const jar = await cookies()
  if (theme === 'light' || theme === 'dark')
    jar.set(themeCookie, theme, {
      path: '/',
      maxAge: 31_536_000,
      sameSite: 'lax',
      httpOnly: true,
      secure: env().SITE_URL.startsWith('https:'),
    })
  else jar.delete(themeCookie)
  redirect(/^\/(?![/\\])/.test(back) ? back : '/')
}
