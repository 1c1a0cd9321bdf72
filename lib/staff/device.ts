const browsers = [
  ['Edge', /\bEdg(?:e|A|iOS)?\//],
  ['Opera', /\bOPR\/|\bOpera\b/],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:Chrome|CriOS|Chromium|HeadlessChrome)\//],
  ['Safari', /\bSafari\//],
] as const
const systems = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows\b/],
  ['Mac', /\bMacintosh\b|\bMac OS X\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Linux', /\bLinux\b|\bX11\b/],
] as const

/** Families of browser and system, such as "Firefox/Linux", by which people know their device again. Parts that are not known are left empty. */
export function deviceOf(userAgent: string): string {
  const read = userAgent.slice(0, 400)
  const name = (known: readonly (readonly [string, RegExp])[]) => known.find(([, mark]) => mark.test(read))?.[0] ?? ''
  return `${name(browsers)}/${name(systems)}`
}
