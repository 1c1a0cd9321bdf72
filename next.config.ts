import type { NextConfig } from 'next'

const kept = (source: string, value: string) => ({ source, headers: [{ key: 'cache-control', value }] })

const config: NextConfig = {
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
  serverExternalPackages: ['prom-client', '@napi-rs/canvas', 'graphile-worker', 'pg', '@prisma/adapter-pg', 'nodemailer'],
  // server/door judges the size first. A form that comes back with an error carries a long text twice.
  experimental: { globalNotFound: true, serverActions: { bodySizeLimit: '2mb' } },
}

export default config
