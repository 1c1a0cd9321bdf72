// @ts-check
// Plain JavaScript: for a configuration in TypeScript Next loads its compiler whenever the site starts.

/** @param {string} source @param {string} value */
const kept = (source, value) => ({ source, headers: [{ key: 'cache-control', value }] })

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  compress: false, // server/door compresses once, after it has read the markup
  headers: async () => [
    kept('/:place(fonts|art)/:file*', 'public, max-age=86400'),
    // A story can be taken back: what belongs to it is to be gone from every cache soon.
    kept('/films/:file*', 'public, max-age=300, must-revalidate'),
    kept('/art/:file(story-.*)', 'public, max-age=300, must-revalidate'),
  ],
  images: { unoptimized: true },
  reactCompiler: false,
  // For every client the head is whole before the page is sent: later parts are put in place by a script, and ours go without.
  htmlLimitedBots: /./,
  serverExternalPackages: ['prom-client', '@napi-rs/canvas', 'graphile-worker', 'pg', '@prisma/adapter-pg', 'nodemailer'],
  // server/door judges the size of a body first; a form that comes back with an error carries a long text twice.
  // Pages are loaded when somebody asks for them: those of staff would fill the memory of a site that nobody of staff uses.
  experimental: { globalNotFound: true, serverActions: { bodySizeLimit: '2mb' }, preloadEntriesOnStart: false },
}

export default config
