import type { NextConfig } from 'next'

const config: NextConfig = {
  poweredByHeader: false,
  compress: false, // server/door compresses once, after it has read the markup
  images: { unoptimized: true },
  reactCompiler: false,
  serverExternalPackages: ['graphile-worker', 'pg', '@prisma/adapter-pg', 'nodemailer'],
  experimental: { globalNotFound: true, serverActions: { bodySizeLimit: '256kb' } },
}

export default config
