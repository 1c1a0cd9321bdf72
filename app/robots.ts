import type { MetadataRoute } from 'next'
import { env } from '#lib/foundation/env.ts'

export const dynamic = 'force-dynamic'

/** Everything public may be read by anybody; what belongs to one person or to staff is nobody's search result. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: '*', allow: '/', disallow: ['/staff', '/api/', '/entry/', '/*/entry/', '/share/', '/*/share/'] },
    sitemap: `${env().SITE_URL}/sitemap.xml`,
  }
}
