const latestBelievable = Date.UTC(2100, 0, 1)

const base64url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const sortableBase32 = '234567abcdefghijklmnopqrstuvwxyz'

/** X: milliseconds since November 2010 in the upper bits; earlier ids were a plain sequence. */
export function xTime(id: string): string | null {
  if (BigInt(id) <= 29_700_859_247n) return null
  return believable((BigInt(id) >> 22n) + 1_288_834_974_657n, '2010-11-04')
}

/** TikTok: seconds since 1970 in the upper 32 bits. */
export function tiktokTime(id: string): string | null {
  return believable((BigInt(id) >> 32n) * 1000n, '2014-08-01')
}

/** LinkedIn: milliseconds since 1970 above 22 bits. */
export function linkedinTime(id: string): string | null {
  return believable(BigInt(id) >> 22n, '2003-05-05')
}

/** Mastodon: milliseconds since 1970 above 16 bits; very old ids are a plain sequence. */
export function mastodonTime(id: string): string | null {
  return believable(BigInt(id) >> 16n, '2016-03-16')
}

/** Instagram: the code is the id in base 64, with milliseconds since August 2011 above 23 bits. */
export function instagramTime(code: string): string | null {
  return metaTime(code, '2011-09-01')
}

/** Threads: as Instagram. */
export function threadsTime(code: string): string | null {
  return metaTime(code, '2023-07-05')
}

/** Bluesky: microseconds since 1970 above a 10-bit clock number. Set by the author's program, so it can be forged. */
export function blueskyTime(recordKey: string): string | null {
  const microseconds = decode(recordKey, sortableBase32) >> 10n
  return believable(microseconds / 1000n, '2022-11-01')
}

function metaTime(code: string, since: string): string | null {
  return believable((decode(code, base64url) >> 23n) + 1_314_220_021_721n, since)
}

function decode(text: string, alphabet: string): bigint {
  let value = 0n
  for (const digit of text) value = value * BigInt(alphabet.length) + BigInt(alphabet.indexOf(digit))
  return value
}

function believable(milliseconds: bigint, since: string): string | null {
  if (milliseconds < BigInt(Date.parse(since)) || milliseconds >= BigInt(latestBelievable)) return null
  return new Date(Number(milliseconds)).toISOString()
}
