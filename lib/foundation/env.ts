import path from 'node:path'
import { z } from 'zod'
import { readAsciiAddress } from './ascii-address.ts'
import { readProxies } from './proxies.ts'

const text = z.string().trim().min(1)
const optional = text.optional()

/** Servers on this machine, by the name of the network each stands in for. */
const standIns = z.record(z.string().regex(/^[a-z-]{1,30}$/), z.string().regex(/^https?:\/\/(?:127\.0\.0\.1|\[::1\])(?::\d{1,5})?\/?$/))

const variables = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  SITE_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_DIRECT_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATA_DIR: text.default('.data'),
  DRAIN_SECONDS: z.coerce.number().int().min(0).max(60).default(0),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: text.default('Humans of Binance <stories@localhost>'),
  AUTH_SECRET: z.string().min(32).optional(),
  STAFF_ADMIN_EMAIL: text.refine((typed) => readAsciiAddress(typed) !== null).default('admin@localhost'),
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: optional,
  OIDC_CLIENT_SECRET: optional,
  SECOND_FACTOR: z.enum(['required', 'decisions', 'offered']).optional(),
  TRUST_PROXY: text.refine((list) => readProxies(list) !== null).optional(),
  NETWORK_BASES: z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown
      } catch {
        context.addIssue('not JSON')
        return z.NEVER
      }
    })
    .pipe(standIns)
    .optional(),
  METRICS_TOKEN: text.min(16).optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  FFMPEG_PATH: optional,
  FILM_FONTS: optional,
  MEDIA_S3_BUCKET: optional,
  MEDIA_S3_REGION: text.default('auto'),
  MEDIA_S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  MEDIA_S3_ACCESS_KEY_ID: optional,
  MEDIA_S3_SECRET_ACCESS_KEY: optional,
  CAMPAIGN_NOW: z.iso.datetime({ offset: true }).optional(),
  CAMPAIGN_CLOCK_STARTED: z.coerce.number().int().optional(),
  ALLOW_FAKE_CLOCK: z.enum(['0', '1']).optional(),
})

/** What each variable must look like, in the words of the error a person reads at start. */
const howTo: Record<keyof typeof variables.shape, string> = {
  NODE_ENV: 'one of development, production or test',
  PORT: 'a port number from 1 to 65535, for example 3000',
  SITE_URL: 'the public address of the site, for example https://stories.example.org',
  DATABASE_URL: 'a PostgreSQL address, for example postgresql://user:password@host:5432/name',
  DATABASE_DIRECT_URL: 'the address of the same PostgreSQL without the pooler that DATABASE_URL leads to',
  DATA_DIR: 'a folder the site may write to, for example .data',
  DRAIN_SECONDS: 'how many seconds a site that was told to go still answers, from 0 to 60, for example 5 behind a proxy',
  SMTP_URL: 'a mail server address, for example smtp://user:password@host:587',
  MAIL_FROM: 'the sender of our mail, for example Humans of Binance <stories@example.org>',
  AUTH_SECRET: 'at least 32 random characters, for example from: openssl rand -base64 32',
  STAFF_ADMIN_EMAIL: 'the mail address of the first admin, in ASCII, for example admin@example.org',
  OIDC_ISSUER: 'the address of the OpenID Connect provider, for example https://login.example.org',
  OIDC_CLIENT_ID: 'the client id the provider gave you',
  OIDC_CLIENT_SECRET: 'the client secret the provider gave you',
  SECOND_FACTOR: 'required, decisions or offered',
  TRUST_PROXY:
    'the address or network of the proxy whose X-Forwarded-For is believed, for example 10.0.0.0/8, or several with spaces between',
  NETWORK_BASES:
    'JSON that gives networks a server on this machine, by number, for example {"x":"http://127.0.0.1:4000","youtube":"http://127.0.0.1:4000"}',
  METRICS_TOKEN: 'at least 16 characters that whoever reads /api/metrics sends as Authorization: Bearer …',
  OTEL_EXPORTER_OTLP_ENDPOINT: 'the address of an OpenTelemetry collector, for example http://collector:4318',
  FFMPEG_PATH: 'the path of an ffmpeg program, for example /usr/bin/ffmpeg',
  FILM_FONTS: 'a folder with font files for scripts the site ships none for, for example /usr/share/fonts/opentype/noto',
  MEDIA_S3_BUCKET: 'the name of the bucket that keeps films',
  MEDIA_S3_REGION: 'the region of the bucket, for example eu-central-1',
  MEDIA_S3_ENDPOINT: 'the address of the object store, for example https://s3.example.org',
  MEDIA_S3_ACCESS_KEY_ID: 'the key id the object store gave you',
  MEDIA_S3_SECRET_ACCESS_KEY: 'the secret the object store gave you',
  CAMPAIGN_NOW: 'an instant with its offset, for example 2025-09-05T12:00:00Z',
  CAMPAIGN_CLOCK_STARTED: 'milliseconds since 1970, set by npm start',
  ALLOW_FAKE_CLOCK: '0 or 1',
}

export type Environment = Omit<z.infer<typeof variables>, 'SITE_URL'> & { SITE_URL: string }

/** Says which variable is wrong and how to set it. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError'
}

/** The environment as the site uses it. Throws EnvironmentError naming every wrong variable. An empty variable counts as not set. */
export function readEnvironment(source: Readonly<Record<string, string | undefined>>): Environment {
  const known = Object.keys(variables.shape).flatMap((name) => (source[name]?.trim() ? [[name, source[name]]] : []))
  const parsed = variables.safeParse(Object.fromEntries(known))
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))] as (keyof typeof howTo)[]
    throw new EnvironmentError(names.map((name) => `${name} is wrong: set it to ${howTo[name]}.`).join('\n'))
  }
  const env = parsed.data
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

/** The variables of this process and some more, for a program that it starts. */
export function environmentWith(more: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { ...process.env, ...more }
}

/** Where to listen for announcements and hold locks: past a pooler that lends connections for one transaction only. */
export function directDatabaseUrl(): string {
  const { DATABASE_DIRECT_URL, DATABASE_URL } = env()
  const url = DATABASE_DIRECT_URL ?? DATABASE_URL
  if (!url) throw new EnvironmentError(`DATABASE_URL is not set: set it to ${howTo.DATABASE_URL}.`)
  return url
}

/** The secret that signs sessions and links. `npm start` makes one when none is set. */
export function authSecret(): string {
  const secret = env().AUTH_SECRET
  if (!secret) throw new EnvironmentError(`AUTH_SECRET is not set: set it to ${howTo.AUTH_SECRET}.`)
  return secret
}

/** next-auth takes its own address from this variable alone; left unset it would assume port 3000. */
export function fixAuthAddress(): void {
  process.env.NEXTAUTH_URL = env().SITE_URL
}
