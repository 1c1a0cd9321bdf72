import type { Network } from './network.ts'

// Meta's oEmbed answers without a key since June 2026, for display only: reading or keeping what they say is not allowed.
const silent = 'display-only'

export const facebook: Network = { name: 'facebook', shortHosts: ['fb.watch', 'www.facebook.com', 'm.facebook.com'], silent }
export const instagram: Network = { name: 'instagram', shortHosts: ['www.instagram.com'], silent }
export const threads: Network = { name: 'threads', shortHosts: [], silent }
