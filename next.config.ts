import type { NextConfig } from 'next'

const config: NextConfig = {
  poweredByHeader: false,
  compress: false, // server/door compresses once, after it has read the markup
  headers: async () => [{ source: '/:place(fonts|art|films)/:file*', headers: [{ key: 'cache-control', value: 'public, max-age=86400' }] }],
  images: { unoptimized: true },
  reactCompiler: false,
  serverExternalPackages: ['prom-client', '@napi-rs/canvas', 'graphile-worker', 'pg', '@prisma/adapter-pg', 'nodemailer'],
  // server/door judges the size first. A form that comes back with an error carries a long text twice.
  experimental: { globalNotFound: true, serverActions: { bodySizeLimit: '2mb' } },
}

export default config
