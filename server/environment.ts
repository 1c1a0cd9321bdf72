import path from 'node:path'
import { type Environment, EnvironmentError, readEnvironment } from '#lib/foundation/env.ts'

export type Completion = { mode: 'development' | 'production'; databaseUrl: string; authSecret: string; actionKey: string }

/** The settings the person who starts the site gave. Throws EnvironmentError with one sentence for each that cannot be accepted. */
export function readSettings(source: NodeJS.ProcessEnv): Environment {
  const settings = readEnvironment(source)
  if (settings.NODE_ENV === 'production' && settings.DATABASE_URL && !settings.AUTH_SECRET)
    throw new EnvironmentError(
      'AUTH_SECRET has to be set when NODE_ENV=production and DATABASE_URL is yours: make one with openssl rand -base64 32.',
    )
  return settings
}

/** What every program of one start gets: the person's environment, completed. All of them share one clock. */
export function programEnvironment(source: NodeJS.ProcessEnv, settings: Environment, completion: Completion): NodeJS.ProcessEnv {
  const clock = settings.CAMPAIGN_NOW
    ? { ALLOW_FAKE_CLOCK: '1', CAMPAIGN_CLOCK_STARTED: String(settings.CAMPAIGN_CLOCK_STARTED ?? Date.now()) }
    : {}
  return {
    ...source,
    NODE_ENV: completion.mode,
    ...clock,
    DATABASE_URL: completion.databaseUrl,
    DATABASE_DIRECT_URL: (settings.DATABASE_URL && settings.DATABASE_DIRECT_URL) ?? '',
    DATA_DIR: settings.DATA_DIR,
    AUTH_SECRET: completion.authSecret,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: completion.actionKey,
    PORT: String(settings.PORT),
    SITE_URL: settings.SITE_URL,
    NEXT_TELEMETRY_DISABLED: '1',
    CHECKPOINT_DISABLE: '1',
    // What Node has compiled is there at the next start: the site loads in a third of the time.
    NODE_COMPILE_CACHE: source.NODE_COMPILE_CACHE ?? path.resolve(settings.DATA_DIR, 'compile-cache'),
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
  }
}
