import type { PostPlatform } from '../post-url.ts'
import { bluesky } from './bluesky.ts'
import { mastodon } from './mastodon.ts'
import { facebook, instagram, threads } from './meta.ts'
import type { Network } from './network.ts'
import { reddit } from './reddit.ts'
import { tiktok } from './tiktok.ts'
import { binanceSquare, linkedin, telegram, vk, weibo } from './without-endpoint.ts'
import { x } from './x.ts'
import { youtube } from './youtube.ts'

/** Every network a post can be on. */
export const networks: Readonly<Record<PostPlatform, Network>> = {
  x,
  facebook,
  instagram,
  threads,
  tiktok,
  youtube,
  telegram,
  linkedin,
  reddit,
  bluesky,
  mastodon,
  'binance-square': binanceSquare,
  vk,
  weibo,
}
