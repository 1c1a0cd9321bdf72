export const postPlatforms = [
  'x',
  'facebook',
  'instagram',
  'threads',
  'tiktok',
  'youtube',
  'telegram',
  'linkedin',
  'reddit',
  'bluesky',
  'mastodon',
  'binance-square',
  'vk',
  'weibo',
] as const
export type PostPlatform = (typeof postPlatforms)[number]

/** Proper names, the same in every language. */
export const platformNames: Record<PostPlatform, string> = {
  x: 'X',
  facebook: 'Facebook',
  instagram: 'Instagram',
  threads: 'Threads',
  tiktok: 'TikTok',
  youtube: 'YouTube',
  telegram: 'Telegram',
  linkedin: 'LinkedIn',
  reddit: 'Reddit',
  bluesky: 'Bluesky',
  mastodon: 'Mastodon',
  'binance-square': 'Binance Square',
  vk: 'VK',
  weibo: 'Weibo',
}

export const postLinkReasons = [
  'empty',
  'too_long',
  'not_a_url',
  'more_than_one_link',
  'bad_scheme',
  'has_credentials',
  'has_port',
  'not_public_host',
  'too_many_redirects',
  'unknown_short_link',
  'unknown_site',
  'profile_not_a_post',
  'search_not_a_post',
  'home_not_a_post',
  'x_not_a_post',
  'facebook_not_a_post',
  'facebook_story_expires',
  'instagram_not_a_post',
  'instagram_story_expires',
  'threads_not_a_post',
  'tiktok_not_a_post',
  'youtube_not_a_video',
  'telegram_not_a_post',
  'telegram_private_channel',
  'telegram_story_expires',
  'linkedin_not_a_post',
  'reddit_not_a_post',
  'bluesky_not_a_post',
  'mastodon_not_a_post',
  'mastodon_remote_view',
  'binance_square_not_a_post',
  'vk_not_a_post',
  'vk_story_expires',
  'weibo_not_a_post',
] as const
export type PostLinkReason = (typeof postLinkReasons)[number]

export type PostKind = 'post' | 'video' | 'short-video' | 'short'

export type PostLink = {
  ok: true
  platform: PostPlatform
  kind: PostKind
  /** The identity of the post, `platform:id`. */
  key: string
  canonical: string
  /** ISO 8601 in UTC, decoded from the id; left out where the id carries no believable time. */
  postedAt?: string
  /** The key may rotate or have aliases: equal keys are a warning, not a proof. */
  soft?: true
  /** A short link: which post it leads to is not known until it is followed. */
  needsResolve?: true
}

export type PostLinkRefusal = { ok: false; reason: PostLinkReason }
