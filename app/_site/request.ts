import { cookies, headers } from 'next/headers'

export type Theme = 'auto' | 'light' | 'dark'
export const themeCookie = 'hob-theme'

/** The theme this visitor chose; 'auto' follows their device. */
export async function chosenTheme(): Promise<Theme> {
  const value = (await cookies()).get(themeCookie)?.value
  return value === 'light' || value === 'dark' ? value : 'auto'
}

/** The address that was asked for, without its language prefix and with its query: "/stories?theme=learning". Set by our own server, never by the visitor. */
export async function currentPath(): Promise<string> {
  return (await headers()).get('x-hob-path') ?? '/'
}

/** The network address of who is asking, as our own server determined it. Personal data: hash it before keeping. */
export async function clientAddress(): Promise<string> {
  return (await headers()).get('x-hob-client') ?? 'unknown'
}
