import type { Network } from './network.ts'

// No public endpoint that says whether a post exists was found for these.
const silent = 'no-endpoint'

export const telegram: Network = { name: 'telegram', shortHosts: [], silent }
export const linkedin: Network = { name: 'linkedin', shortHosts: ['lnkd.in', 'www.linkedin.com'], silent }
export const binanceSquare: Network = { name: 'binance-square', shortHosts: ['s.binance.com', 'www.binance.com'], silent }
export const vk: Network = { name: 'vk', shortHosts: [], silent }
export const weibo: Network = { name: 'weibo', shortHosts: [], silent }
