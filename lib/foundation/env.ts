import path from 'node:path'
import { readAsciiAddress } from './ascii-address.ts'
import { readProxies } from './proxies.ts'

// No schema library here: every program of a start reads this first, and would wait for it.

/** What a text says, or undefined when it does not say it. */
type Reader<T> = (text: string) => T | undefined

/** How one variable is read, and what it must look like in the words of the error a person reads at start. */
type Variable<T> = Readonly<{ read: Reader<T>; howTo: string }>
type WithFallback<T> = Variable<T> & Readonly<{ fallback: T }>

const must = <T>(read: Reader<T>, fallback: T, howTo: string): WithFallback<T> => ({ read, howTo, fallback })
const may = <T>(read: Reader<T>, howTo: string): Variable<T> => ({ read, howTo })

const text: Reader<string> = (given) => given.trim()
const matching =
  (isRight: (value: string) => boolean): Reader<string> =>
  (given) =>
    isRight(given.trim()) ? given.trim() : undefined
const oneOf =
  <T extends string>(...words: readonly T[]): Reader<T> =>
  (given) =>
    words.find((word) => word === given)
const whole =
  (least: number, most: number): Reader<number> =>
  (given) => {
    const value = Number(given)
    return Number.isInteger(value) && value >= least && value <= most ? value : undefined
  }
const address = (beginning: RegExp) => matching((value) => beginning.test(value) && URL.canParse(value))
const http = address(/^https?:\/\//i)
const postgres = address(/^postgres(ql)?:/i)

const instantParts = /^(\d{4})-(\d\d)-(\d\d)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/

/** A moment to the second with its offset, of a day that exists. */
function instant(given: string): string | undefined {
  const [, year, month, day] = instantParts.exec(given) ?? []
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day) ? given : undefined
}

const networkName = /^[a-z-]{1,30}$/
const ownServer = /^https?:\/\/(?:127\.0\.0\.1|\[::1\])(?::\d{1,5})?\/?$/

/** Servers on this machine, by the name of the network each stands in for. */
function standIns(given: string): Record<string, string> | undefined {
  try {
    const bases: unknown = JSON.parse(given)
    if (typeof bases !== 'object' || bases === null || Array.isArray(bases)) return undefined
    const right = Object.entries(bases).every(([name, base]) => networkName.test(name) && typeof base === 'string' && ownServer.test(base))
    return right ? (bases as Record<string, string>) : undefined
  } catch {
    return undefined
  }
}

const variables = {
  NODE_ENV: must(oneOf('development', 'production', 'test'), 'development', 'one of development, production or test'),
  PORT: must(whole(1, 65535), 3000, 'a port number from 1 to 65535, for example 3000'),
  SITE_URL: may(http, 'the public address of the site, for example https://stories.example.org'),
  DATABASE_URL: may(postgres, 'a PostgreSQL address, for example postgresql://user:password@host:5432/name'),
  DATABASE_DIRECT_URL: may(postgres, 'the address of the same PostgreSQL without the pooler that DATABASE_URL leads to'),
  DATA_DIR: must(text, '.data', 'a folder the site may write to, for example .data'),
  DRAIN_SECONDS: must(
    whole(0, 60),
    0,
    'how many seconds a site that was told to go still answers, from 0 to 60, for example 5 behind a proxy',
  ),
  SMTP_URL: may(address(/^smtps?:/i), 'a mail server address, for example smtp://user:password@host:587'),
  MAIL_FROM: must(
    text,
    'Humans of Binance <stories@localhost>',
    'the sender of our mail, for example Humans of Binance <stories@example.org>',
  ),
  AUTH_SECRET: may(
    (given) => (given.length >= 32 ? given : undefined),
    'at least 32 random characters, for example from: openssl rand -base64 32',
  ),
  STAFF_ADMIN_EMAIL: must(
    matching((typed) => readAsciiAddress(typed) !== null),
    'admin@localhost',
    'the mail address of the first admin, in ASCII, for example admin@example.org',
  ),
  OIDC_ISSUER: may(http, 'the address of the OpenID Connect provider, for example https://login.example.org'),
  OIDC_CLIENT_ID: may(text, 'the client id the provider gave you'),
  OIDC_CLIENT_SECRET: may(text, 'the client secret the provider gave you'),
  SECOND_FACTOR: may(oneOf('required', 'decisions', 'offered'), 'required, decisions or offered'),
  TRUST_PROXY: may(
    matching((list) => readProxies(list) !== null),
    'the address or network of the proxy whose X-Forwarded-For is believed, for example 10.0.0.0/8, or several with spaces between',
  ),
  NETWORK_BASES: may(
    standIns,
    'JSON that gives networks a server on this machine, by number, for example {"x":"http://127.0.0.1:4000","youtube":"http://127.0.0.1:4000"}',
  ),
  METRICS_TOKEN: may(
    matching((token) => token.length >= 16),
    'at least 16 characters that whoever reads /api/metrics sends as Authorization: Bearer …',
  ),
  OTEL_EXPORTER_OTLP_ENDPOINT: may(http, 'the address of an OpenTelemetry collector, for example http://collector:4318'),
  FFMPEG_PATH: may(text, 'the path of an ffmpeg program, for example /usr/bin/ffmpeg'),
  FILM_FONTS: may(text, 'a folder with font files for scripts the site ships none for, for example /usr/share/fonts/opentype/noto'),
  MEDIA_S3_BUCKET: may(text, 'the name of the bucket that keeps films'),
  MEDIA_S3_REGION: must(text, 'auto', 'the region of the bucket, for example eu-central-1'),
  MEDIA_S3_ENDPOINT: may(http, 'the address of the object store, for example https://s3.example.org'),
  MEDIA_S3_ACCESS_KEY_ID: may(text, 'the key id the object store gave you'),
  MEDIA_S3_SECRET_ACCESS_KEY: may(text, 'the secret the object store gave you'),
  CAMPAIGN_NOW: may(instant, 'an instant with its offset, for example 2025-09-05T12:00:00Z'),
  CAMPAIGN_CLOCK_STARTED: may(whole(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER), 'milliseconds since 1970, set by npm start'),
  ALLOW_FAKE_CLOCK: may(oneOf('0', '1'), '0 or 1'),
}

type Variables = typeof variables
type Name = keyof Variables
type ValueOf<V> = V extends Variable<infer T> ? T : never
type WithFallbacks = { [K in Name as Variables[K] extends WithFallback<unknown> ? K : never]: ValueOf<Variables[K]> }
type Optional = { [K in Exclude<Name, keyof WithFallbacks>]?: ValueOf<Variables[K]> | undefined }

export type Environment = Omit<WithFallbacks & Optional, 'SITE_URL'> & { SITE_URL: string }

/** Says which variable is wrong and how to set it. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError'
}

/** The environment as the site uses it. Throws EnvironmentError naming every wrong variable. An empty variable counts as not set. */
export function readEnvironment(source: Readonly<Record<string, string | undefined>>): Environment {
  const values: Partial<Record<string, unknown>> = {}
  const wrong: string[] = []
  for (const [name, variable] of Object.entries<Variable<unknown> & { fallback?: unknown }>(variables)) {
    const given = source[name]
    const value = given?.trim() ? variable.read(given) : variable.fallback
    if (value !== undefined) values[name] = value
    else if (given?.trim()) wrong.push(`${name} is wrong: set it to ${variable.howTo}.`)
  }
  if (wrong.length) throw new EnvironmentError(wrong.join('\n'))
  const env = values as WithFallbacks & Optional
  if (env.CAMPAIGN_NOW && env.NODE_ENV === 'production' && env.ALLOW_FAKE_CLOCK !== '1')
    throw new EnvironmentError('CAMPAIGN_NOW is refused when NODE_ENV=production: unset it, or set ALLOW_FAKE_CLOCK=1 for a rehearsal.')
  if (isInPart([env.OIDC_ISSUER, env.OIDC_CLIENT_ID, env.OIDC_CLIENT_SECRET]))
    throw new EnvironmentError('OIDC_ISSUER needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET: set all three, or none.')
  const store = [env.MEDIA_S3_BUCKET, env.MEDIA_S3_ACCESS_KEY_ID, env.MEDIA_S3_SECRET_ACCESS_KEY]
  if (isInPart(store) || (env.MEDIA_S3_ENDPOINT && !env.MEDIA_S3_BUCKET))
    throw new EnvironmentError('MEDIA_S3_BUCKET needs MEDIA_S3_ACCESS_KEY_ID and MEDIA_S3_SECRET_ACCESS_KEY: set all three, or none.')
  return { ...env, SITE_URL: (env.SITE_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, ''), DATA_DIR: path.resolve(env.DATA_DIR) }
}

const isInPart = (values: readonly (string | undefined)[]) => values.some(Boolean) && !values.every(Boolean)

let current: Environment | undefined

/** The environment of this process, read once. */
export function env(): Environment {
  current ??= readEnvironment(process.env)
  return current
}

/** Where to listen for announcements and hold locks: past a pooler that lends connections for one transaction only. */
export function directDatabaseUrl(): string {
  const { DATABASE_DIRECT_URL, DATABASE_URL } = env()
  const url = DATABASE_DIRECT_URL ?? DATABASE_URL
  if (!url) throw new EnvironmentError(`DATABASE_URL is not set: set it to ${variables.DATABASE_URL.howTo}.`)
  return url
}

/** The secret that signs sessions and links. `npm start` makes one when none is set. */
export function authSecret(): string {
  const secret = env().AUTH_SECRET
  if (!secret) throw new EnvironmentError(`AUTH_SECRET is not set: set it to ${variables.AUTH_SECRET.howTo}.`)
  return secret
}

/** next-auth takes its own address from this variable alone; left unset it would assume port 3000. */
export function fixAuthAddress(): void {
  process.env.NEXTAUTH_URL = env().SITE_URL
}
