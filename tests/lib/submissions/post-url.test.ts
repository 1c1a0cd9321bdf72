import { expect, test } from 'vitest'
import ar from '#lib/i18n/messages/ar/post-link.ts'
import en from '#lib/i18n/messages/en/post-link.ts'
import es from '#lib/i18n/messages/es/post-link.ts'
import { platformNames, postLinkMaxLength, postLinkReasons, postPlatforms, recognisePost } from '#lib/submissions/post-url.ts'
import table from './social-links.json' with { type: 'json' }

function expected(input: string): string {
  const outcome = recognisePost(input)
  return outcome.ok ? outcome.key : `!${outcome.reason}`
}

test.each(table)('$input is recognised as agreed', ({ input, expect: key, result }) => {
  expect(recognisePost(input)).toStrictEqual(result)
  expect(expected(input)).toBe(key)
})

const tid = '3l4omssdl632g'
const did = 'did:plc:z72i7hdynmk6r22z27h6tvur'
const urn = 'urn:li:activity:7151241570371948544'
const instagramCode = 'BkfuX9UB-eK'

const forms: [input: string, key: string][] = [
  // X
  ['https://x.com/i/web/status/20', 'x:20'],
  ['https://twitter.com/jack/statuses/20', 'x:20'],
  ['https://twitter.com/statuses/20', 'x:20'],
  ['https://mobile.twitter.com/jack/status/20/photo/1', 'x:20'],
  ['https://m.twitter.com/jack/status/20', 'x:20'],
  ['https://fxtwitter.com/jack/status/20', 'x:20'],
  ['https://vxtwitter.com/jack/status/20/es', 'x:20'],
  ['https://fixupx.com/jack/status/20', 'x:20'],
  ['https://www.fixvx.com/jack/status/20', 'x:20'],
  ['https://d.fxtwitter.com/jack/status/20.mp4', 'x:20'],
  ['https://x.com/jack/article/20', 'x:20'],
  ['https://platform.twitter.com/embed/Tweet.html?id=20', 'x:20'],
  ['https://x.com/jack/status/00020', 'x:20'],
  ['https://x.com/jack', '!profile_not_a_post'],
  ['https://x.com/jack/media', '!profile_not_a_post'],
  ['https://x.com/search?q=%23HumansOfBinance', '!search_not_a_post'],
  ['https://x.com/hashtag/HumansOfBinance', '!search_not_a_post'],
  ['https://x.com', '!home_not_a_post'],
  ['https://x.com/home', '!home_not_a_post'],
  ['https://x.com/jack/status/', '!x_not_a_post'],
  ['https://x.com/jack/status/20a', '!x_not_a_post'],
  ['https://x.com/jack/status/0', '!x_not_a_post'],
  ['https://x.com/i/spaces/1eaKbrPAqbwKX', '!x_not_a_post'],
  ['https://x.com/settings', '!x_not_a_post'],
  ['https://t.co/', '!x_not_a_post'],
  // TikTok
  ['https://www.tiktok.com/@scout2015/video/6718335390845095173', 'tiktok:6718335390845095173'],
  ['https://www.tiktok.com/embed/v2/6718335390845095173', 'tiktok:6718335390845095173'],
  ['https://www.tiktok.com/embed/6718335390845095173', 'tiktok:6718335390845095173'],
  ['https://www.tiktok.com/%40scout2015/video/6718335390845095173', 'tiktok:6718335390845095173'],
  ['https://vt.tiktok.com/ZSabc123/', 'tiktok-short:ZSabc123'],
  ['https://www.tiktok.com/t/ZTabc123/', 'tiktok-short:ZTabc123'],
  ['https://www.tiktok.com/@scout2015', '!profile_not_a_post'],
  ['https://www.tiktok.com/tag/humansofbinance', '!search_not_a_post'],
  ['https://www.tiktok.com/@scout2015/live', '!tiktok_not_a_post'],
  ['https://vm.tiktok.com/', '!tiktok_not_a_post'],
  // Instagram
  [`https://instagram.com/reel/${instagramCode}`, `instagram:${instagramCode}`],
  [`https://www.instagram.com/reels/${instagramCode}/`, `instagram:${instagramCode}`],
  [`https://www.instagram.com/tv/${instagramCode}/`, `instagram:${instagramCode}`],
  [`https://www.instagram.com/someone/p/${instagramCode}/`, `instagram:${instagramCode}`],
  [`https://www.instagram.com/someone/reel/${instagramCode}/?utm_source=ig_web`, `instagram:${instagramCode}`],
  [`https://www.instagram.com/p/${instagramCode}/embed/captioned/`, `instagram:${instagramCode}`],
  [`https://instagr.am/p/${instagramCode}/`, `instagram:${instagramCode}`],
  [`https://www.instagram.com/p/${instagramCode}${'a'.repeat(28)}/`, `instagram:${instagramCode}`],
  ['https://www.instagram.com/share/p/BAbcD12', 'instagram-share:BAbcD12'],
  ['https://www.instagram.com/share/BAbcD12', 'instagram-share:BAbcD12'],
  [`https://www.instagram.com/accounts/login/?next=%2Fp%2F${instagramCode}%2F`, `instagram:${instagramCode}`],
  ['https://www.instagram.com/someone.else/', '!profile_not_a_post'],
  ['https://www.instagram.com/explore/tags/humansofbinance/', '!search_not_a_post'],
  ['https://www.instagram.com/', '!home_not_a_post'],
  ['https://www.instagram.com/stories/highlights/17854360229135492/', '!instagram_not_a_post'],
  ['https://www.instagram.com/reels/audio/271328201351336/', '!instagram_not_a_post'],
  ['https://www.instagram.com/p/', '!instagram_not_a_post'],
  // Threads
  ['https://www.threads.net/@meta/post/DDzbnVKx57R', 'threads:DDzbnVKx57R'],
  ['https://www.threads.net/t/DDzbnVKx57R', 'threads:DDzbnVKx57R'],
  ['https://threads.com/@meta/post/DDzbnVKx57R/media', 'threads:DDzbnVKx57R'],
  ['https://www.threads.com/@meta', '!profile_not_a_post'],
  ['https://www.threads.com/search?q=x', '!search_not_a_post'],
  ['https://www.threads.com/settings', '!threads_not_a_post'],
  // Facebook
  ['https://www.facebook.com/someone/posts/10159012345', 'facebook:10159012345'],
  ['https://www.facebook.com/someone/posts/a-headline-in-words/10159012345/', 'facebook:10159012345'],
  ['https://m.facebook.com/groups/123/permalink/456789/', 'facebook:456789'],
  ['https://web.facebook.com/groups/123/?multi_permalinks=456789', 'facebook:456789'],
  ['https://www.facebook.com/permalink.php?story_fbid=10159012345&id=4', 'facebook:10159012345'],
  ['https://www.facebook.com/permalink.php?story_fbid=pfbid02abc&id=4', 'facebook:pfbid02abc'],
  ['https://m.facebook.com/story.php?story_fbid=10159012345&id=4', 'facebook:10159012345'],
  ['https://www.facebook.com/reel/1234567890', 'facebook:1234567890'],
  ['https://www.facebook.com/watch?v=1234567890', 'facebook:1234567890'],
  ['https://www.facebook.com/watch/live/?ref=x&v=1234567890', 'facebook:1234567890'],
  ['https://www.facebook.com/someone/videos/1234567890/', 'facebook:1234567890'],
  ['https://www.facebook.com/someone/videos/a-title/1234567890/', 'facebook:1234567890'],
  ['https://www.facebook.com/photo/?fbid=1234567890&set=a.1', 'facebook:1234567890'],
  ['https://www.facebook.com/photo.php?fbid=1234567890', 'facebook:1234567890'],
  ['https://es-la.facebook.com/someone/photos/a.1/1234567890', 'facebook:1234567890'],
  ['https://www.facebook.com/pfbid0AbC', 'facebook:pfbid0AbC'],
  ['https://www.facebook.com/share/r/1AbCdEfG/', 'facebook-share:1AbCdEfG'],
  ['https://www.facebook.com/share/v/1AbCdEfG/', 'facebook-share:1AbCdEfG'],
  ['https://www.facebook.com/share/1AbCdEfG/', 'facebook-share:1AbCdEfG'],
  ['https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fa%2Fposts%2F123', 'facebook:123'],
  ['https://www.facebook.com/login/?next=https%3A%2F%2Fwww.facebook.com%2Fa%2Fposts%2F123', 'facebook:123'],
  ['https://www.facebook.com/stories/1122334455/', '!facebook_story_expires'],
  ['https://www.facebook.com/someone', '!profile_not_a_post'],
  ['https://www.facebook.com/profile.php?id=100001', '!profile_not_a_post'],
  ['https://www.facebook.com/hashtag/humansofbinance', '!search_not_a_post'],
  ['https://www.facebook.com/', '!home_not_a_post'],
  ['https://www.facebook.com/groups/123', '!facebook_not_a_post'],
  ['https://www.facebook.com/events/123', '!facebook_not_a_post'],
  ['https://www.facebook.com/permalink.php?id=4', '!facebook_not_a_post'],
  ['https://fb.me/abc', '!facebook_not_a_post'],
  // YouTube
  ['https://www.youtube.com/watch?app=desktop&v=YE7VzlLtp-4&t=42s', 'youtube:YE7VzlLtp-4'],
  ['https://youtu.be/YE7VzlLtp-4?si=abc', 'youtube:YE7VzlLtp-4'],
  ['https://music.youtube.com/watch?v=YE7VzlLtp-4&list=x', 'youtube:YE7VzlLtp-4'],
  ['https://www.youtube.com/watch?v=YE7VzlLtp-4?si=abc', 'youtube:YE7VzlLtp-4'],
  ['https://www.youtube.com/watch?list=x&amp;v=YE7VzlLtp-4', 'youtube:YE7VzlLtp-4'],
  ['https://www.youtube.com/attribution_link?a=1&u=%2Fwatch%3Fv%3DYE7VzlLtp-4', 'youtube:YE7VzlLtp-4'],
  ['https://youtu.be/a12CpYea0i_', 'youtube:a12CpYea0i_'],
  ['https://www.youtube.com/watch?v=short', '!youtube_not_a_video'],
  ['https://www.youtube.com/watch?v=YE7VzlLtp-4x', '!youtube_not_a_video'],
  ['https://www.youtube.com/playlist?list=PL1', '!youtube_not_a_video'],
  ['https://www.youtube.com/results?search_query=x', '!search_not_a_post'],
  ['https://www.youtube.com/', '!home_not_a_post'],
  // Telegram
  ['https://t.me/Durov/43', 'telegram:durov/43'],
  ['https://t.me/s/durov/43', 'telegram:durov/43'],
  ['https://telegram.me/durov/43?embed=1', 'telegram:durov/43'],
  ['https://durov.t.me/43', 'telegram:durov/43'],
  ['tg:resolve?domain=durov&post=43', 'telegram:durov/43'],
  ['https://t.me/c/1234567/43', '!telegram_private_channel'],
  ['https://t.me/+AbCdEf', '!telegram_private_channel'],
  ['https://t.me/joinchat/AbCdEf', '!telegram_private_channel'],
  ['tg://privatepost?channel=1234567&post=43', '!telegram_private_channel'],
  ['https://t.me/durov/s/12', '!telegram_story_expires'],
  ['https://t.me/durov', '!profile_not_a_post'],
  ['https://durov.t.me', '!profile_not_a_post'],
  ['tg://resolve?domain=durov', '!profile_not_a_post'],
  ['https://web.telegram.org/k/#@durov', '!telegram_not_a_post'],
  ['https://t.me/share/url?url=x', '!telegram_not_a_post'],
  // LinkedIn
  ['https://www.linkedin.com/posts/someone_a-b-activity-7151241570371948544-AbCd', 'linkedin:7151241570371948544'],
  ['https://de.linkedin.com/posts/someone_a-b-share-7151241570371948544-AbCd', 'linkedin:7151241570371948544'],
  ['https://www.linkedin.com/posts/someone_ugcPost-7151241570371948544-AbCd', 'linkedin:7151241570371948544'],
  ['https://www.linkedin.com/posts/a-activity-1111111111111111111-activity-7151241570371948544-AbCd', 'linkedin:7151241570371948544'],
  [`https://www.linkedin.com/embed/feed/update/${urn}`, 'linkedin:7151241570371948544'],
  [`https://www.linkedin.com/feed/update/${encodeURIComponent(urn)}/`, 'linkedin:7151241570371948544'],
  [`https://www.linkedin.com/feed/?highlightedUpdateUrn=${encodeURIComponent(urn)}`, 'linkedin:7151241570371948544'],
  ['https://www.linkedin.com/in/someone/', '!profile_not_a_post'],
  ['https://www.linkedin.com/company/some/posts/', '!profile_not_a_post'],
  ['https://www.linkedin.com/feed/hashtag/humansofbinance', '!search_not_a_post'],
  ['https://www.linkedin.com/feed/', '!home_not_a_post'],
  ['https://www.linkedin.com/pulse/an-article-someone-abcd', '!linkedin_not_a_post'],
  ['https://lnkd.in/', '!linkedin_not_a_post'],
  // Reddit
  ['https://old.reddit.com/r/a/comments/6RRWYJ/a_title/', 'reddit:t3_6rrwyj'],
  ['https://m.reddit.com/r/a/comments/6rrwyj', 'reddit:t3_6rrwyj'],
  ['https://www.reddit.com/user/a/comments/6rrwyj/title', 'reddit:t3_6rrwyj'],
  ['https://www.reddit.com/comments/6rrwyj', 'reddit:t3_6rrwyj'],
  ['https://www.reddit.com/r/a/comments/6rrwyj/title/dlabcde/?context=3', 'reddit:t3_6rrwyj'],
  ['https://www.reddit.com/r/a/s/AbCdEfGhIj', 'reddit-share:AbCdEfGhIj'],
  ['https://www.reddit.com/user/a', '!profile_not_a_post'],
  ['https://www.reddit.com/search?q=x', '!search_not_a_post'],
  ['https://www.reddit.com/r/popular', '!home_not_a_post'],
  ['https://www.reddit.com/r/a', '!reddit_not_a_post'],
  ['https://i.redd.it/abcdef.jpg', '!reddit_not_a_post'],
  // Bluesky
  [`https://bsky.app/profile/${did}/post/${tid}`, `bluesky:${did}/${tid}`],
  [`at://${did}/app.bsky.feed.post/${tid}`, `bluesky:${did}/${tid}`],
  [`https://embed.bsky.app/embed/${did}/app.bsky.feed.post/${tid}`, `bluesky:${did}/${tid}`],
  [`https://BSKY.app/profile/Blu3blue.bsky.social/post/${tid}`, `bluesky:blu3blue.bsky.social/${tid}`],
  ['https://bsky.app/profile/blu3blue.bsky.social', '!profile_not_a_post'],
  ['at://blu3blue.bsky.social', '!profile_not_a_post'],
  ['https://bsky.app/hashtag/HumansOfBinance', '!search_not_a_post'],
  ['https://bsky.app/', '!home_not_a_post'],
  ['https://bsky.app/profile/a.bsky.social/lists/3l4omssdl632g', '!bluesky_not_a_post'],
  ['at://', '!bad_scheme'],
  // Mastodon
  ['https://mastodon.social/@Gargron/109382006402042919', 'mastodon:mastodon.social/109382006402042919'],
  ['https://MASTODON.social/statuses/109382006402042919', 'mastodon:mastodon.social/109382006402042919'],
  ['https://mastodon.social/web/@Gargron/109382006402042919', 'mastodon:mastodon.social/109382006402042919'],
  ['https://mastodon.social/@Gargron/109382006402042919/embed', 'mastodon:mastodon.social/109382006402042919'],
  ['https://mastodon.social/@Gargron@mastodon.social/109382006402042919', 'mastodon:mastodon.social/109382006402042919'],
  ['https://mastodon.social/@Gargron', '!profile_not_a_post'],
  ['https://mastodon.social/tags/humansofbinance', '!search_not_a_post'],
  ['https://mastodon.social/about', '!mastodon_not_a_post'],
  ['https://medium.com/@someone/109382006402042919', '!unknown_site'],
  // Binance Square
  ['https://www.binance.com/square/post/8126594816465?ref=1', 'binance:8126594816465'],
  ['https://www.binance.com/en/feed/post/8126594816465', 'binance:8126594816465'],
  ['https://www.binance.com/en/square/post/2023-08-22-8126594816465', 'binance:8126594816465'],
  ['https://www.binance.com/zh-CN/square/post/8126594816465', 'binance:8126594816465'],
  ['https://app.binance.com/uni-qr/cpos/8126594816465?r=A&l=en', 'binance:8126594816465'],
  ['https://s.binance.com/AbCdEf', 'binance-short:AbCdEf'],
  ['https://www.binance.com/en/square/profile/someone', '!profile_not_a_post'],
  ['https://www.binance.com/en/square/hashtag/humansofbinance', '!search_not_a_post'],
  ['https://www.binance.com/en/square', '!home_not_a_post'],
  ['https://www.binance.com/en/square/post/2023-08-22', '!binance_square_not_a_post'],
  ['https://www.binance.com/en/trade/BTC_USDT', '!binance_square_not_a_post'],
  // VK
  ['https://vk.com/wall-23538238_35', 'vk:wall-23538238_35'],
  ['https://m.vk.com/wall-23538238_35?reply=3', 'vk:wall-23538238_35'],
  ['https://vk.ru/feed?w=wall1_45616%2Fall', 'vk:wall1_45616'],
  ['https://vk.com/video?z=video-1_2%2Fpl_cat', 'vk:video-1_2'],
  ['https://vk.com/video-1_2', 'vk:video-1_2'],
  ['https://vk.com/clip-1_2', 'vk:video-1_2'],
  ['https://vkvideo.ru/video-1_2', 'vk:video-1_2'],
  ['https://vk.com/video_ext.php?oid=-1&id=2&hash=a', 'vk:video-1_2'],
  ['https://vk.com/story1_2', '!vk_story_expires'],
  ['https://vk.com/durov?w=story1_2', '!vk_story_expires'],
  ['https://vk.com/durov', '!profile_not_a_post'],
  ['https://vk.com/search?q=x', '!search_not_a_post'],
  ['https://vk.com/feed', '!home_not_a_post'],
  ['https://vk.com/@durov-an-article', '!vk_not_a_post'],
  // Weibo
  ['https://www.weibo.com/7827771738/4910815147462302', 'weibo:4910815147462302'],
  ['https://m.weibo.cn/status/4910815147462302', 'weibo:4910815147462302'],
  ['https://m.weibo.cn/status/N4xlMvjhI', 'weibo:4910815147462302'],
  ['https://m.weibo.cn/detail/4910815147462302', 'weibo:4910815147462302'],
  ['https://passport.weibo.com/visitor/visitor?entry=miniblog&url=https%3A%2F%2Fweibo.com%2F1%2F2', '!weibo_not_a_post'],
  ['https://weibo.com/u/7827771738', '!profile_not_a_post'],
  ['https://s.weibo.com/weibo?q=x', '!search_not_a_post'],
  ['https://weibo.com/7827771738/ZZZZZZZZZ', '!weibo_not_a_post'],
  ['https://weibo.com/ttarticle/p/show?id=1', '!weibo_not_a_post'],
  // Links that count clicks or ask to sign in
  ['https://l.instagram.com/?u=https%3A%2F%2Fyoutu.be%2FYE7VzlLtp-4&e=1', 'youtube:YE7VzlLtp-4'],
  ['https://www.youtube.com/redirect?event=d&q=https%3A%2F%2Ft.me%2Fdurov%2F43', 'telegram:durov/43'],
  ['https://www.google.com/url?sa=t&url=https%3A%2F%2Fx.com%2Fa%2Fstatus%2F20', 'x:20'],
  ['https://www.google.co.uk/url?q=https%3A%2F%2Fx.com%2Fa%2Fstatus%2F20', 'x:20'],
  ['https://vk.com/away.php?to=https%3A%2F%2Fx.com%2Fa%2Fstatus%2F20', 'x:20'],
  ['https://x.com/i/flow/login?redirect_after_login=%2Fa%2Fstatus%2F20', 'x:20'],
  ['https://l.facebook.com/l.php?u=javascript%3Aalert(1)', '!bad_scheme'],
  ['https://l.facebook.com/l.php?u=http%3A%2F%2F127.0.0.1%2F', '!not_public_host'],
  ['https://l.facebook.com/l.php', '!unknown_site'],
  // Everything else
  ['https://example.com/a/status/20', '!unknown_site'],
  ['https://www.google.com/search?q=x', '!unknown_site'],
  ['https://bit.ly/abc', '!unknown_short_link'],
]

test.each(forms)('%s gives %s', (input, key) => {
  expect(expected(input)).toBe(key)
})

test('ten spellings of one post have one key and one canonical link', () => {
  const spellings = [
    'https://x.com/binance/status/2001950365332455490',
    'http://X.COM/Binance/Status/2001950365332455490/',
    'x.com/binance/status/2001950365332455490',
    '//www.twitter.com/binance/status/2001950365332455490?s=46&t=abc#top',
    '  <https://mobile.twitter.com/i/web/status/2001950365332455490/photo/1>.',
    '“https://fxtwitter.com/binance/status/2001950365332455490”',
    '\u2067https://x.com/binance/status/2001950365\u200b332455490\u2069',
    'My story: https://x.com/binance/status/2001950365332455490 #HumansOfBinance',
    '[my post](https://x.com/binance/status/2001950365332455490)',
    '我的故事：https://x.com//binance/%73tatus/2001950365332455490。',
    'https://x.com./binance/status/2001950365332455490',
    'https://x.com:443\\binance\\status\\2001950365332455490',
  ]

  const outcomes = spellings.map(recognisePost)

  for (const outcome of outcomes) expect(outcome).toStrictEqual(outcomes[0])
  expect(outcomes[0]).toMatchObject({ key: 'x:2001950365332455490', canonical: 'https://x.com/i/status/2001950365332455490' })
})

test.each([
  ['', '!empty'],
  [' \u200b\u202e\n "" ', '!empty'],
  ['hello', '!not_a_url'],
  ['12345', '!not_a_url'],
  ['@binance', '!not_a_url'],
  ['my story about crypto', '!not_a_url'],
  ['https://', '!not_a_url'],
  ['https://x.com/a/status/1 https://x.com/a/status/2', '!more_than_one_link'],
  ['javascript:alert(1)', '!bad_scheme'],
  ['javascript://x.com/a/status/1', '!bad_scheme'],
  ['JAVASCRIPT:https://x.com/a/status/1', '!bad_scheme'],
  ['data:text/html,https://x.com/a/status/1', '!bad_scheme'],
  ['file:///etc/passwd', '!bad_scheme'],
  ['x.com://a/status/1', '!bad_scheme'],
  ['tg://join?invite=abc', '!bad_scheme'],
  ['https://x.com@evil.org/a/status/1', '!has_credentials'],
  ['x.com@evil.org/a/status/1', '!has_credentials'],
  ['https://x.com:8443/a/status/1', '!has_port'],
  ['x.com:8443/a/status/1', '!has_port'],
  ['localhost:3000/@a/1234567890123', '!has_port'],
  ['http://127.0.0.1/@a/109382006402042919', '!not_public_host'],
  ['http://2130706433/@a/109382006402042919', '!not_public_host'],
  ['http://0x7f.1/@a/109382006402042919', '!not_public_host'],
  ['http://[::1]/@a/109382006402042919', '!not_public_host'],
  ['http://[::ffff:169.254.169.254]', '!not_public_host'],
  ['https://intranet/@a/109382006402042919', '!not_public_host'],
  ['https://router.local/@a/109382006402042919', '!not_public_host'],
  ['https://db.internal/@a/109382006402042919', '!not_public_host'],
  ['https://a_b.example.com/@a/109382006402042919', '!not_public_host'],
  ['https://x.com../a/status/1', '!not_public_host'],
  ['https://x.com.evil.org/a/status/20', '!unknown_site'],
  ['https://x.com.evil.org/@a/109382006402042919', '!unknown_site'],
  ['https://evil.x.com/a/status/20', '!unknown_site'],
  ['https://evil-x.com/a/status/20', '!unknown_site'],
  ['https://xx.com/a/status/20', '!unknown_site'],
  ['https://x.com%2eevil.org/a/status/20', '!unknown_site'],
  ['https://\u0445.com/a/status/20', '!unknown_site'],
  ['https://xn--x-8tb.com/a/status/20', '!unknown_site'],
  ['https://evil.org/https://x.com/a/status/20', '!unknown_site'],
  ['https://evil.org/?u=https://x.com/a/status/20', '!unknown_site'],
  ['https://evil.org#@x.com/a/status/20', '!unknown_site'],
  ['https://evil.org\\@x.com/a/status/20', '!unknown_site'],
])('hostile or mistaken input %j gives %s', (input, key) => {
  expect(expected(input)).toBe(key)
})

function wrapped(link: string, times: number): string {
  return times === 0 ? link : wrapped(`https://l.facebook.com/l.php?u=${encodeURIComponent(link)}`, times - 1)
}

test('redirects are unwrapped twice and not a third time', () => {
  expect(expected(wrapped('https://x.com/a/status/20', 2))).toBe('x:20')
  expect(expected(wrapped('https://x.com/a/status/20', 3))).toBe('!too_many_redirects')
})

test('keys that may rotate or have aliases are soft, firm ones are not', () => {
  const soft = (input: string) => {
    const outcome = recognisePost(input)
    return outcome.ok && outcome.soft === true
  }

  expect(soft('https://www.linkedin.com/posts/a-share-7151241570371948544-AbCd')).toBe(true)
  expect(soft('https://www.linkedin.com/posts/a-ugcPost-7151241570371948544-AbCd')).toBe(true)
  expect(soft('https://www.linkedin.com/posts/a-activity-7151241570371948544-AbCd')).toBe(false)
  expect(soft(`https://bsky.app/profile/${did}/post/${tid}`)).toBe(false)
  expect(soft(`https://bsky.app/profile/a.bsky.social/post/${tid}`)).toBe(true)
  expect(soft('https://www.facebook.com/permalink.php?story_fbid=pfbid02abc&id=4')).toBe(true)
  expect(soft('https://www.facebook.com/a/posts/123')).toBe(false)
})

test('ids of one platform that differ only in case stay two posts where the platform tells them apart', () => {
  expect(expected('https://youtu.be/YE7VzlLtp-4')).not.toBe(expected('https://youtu.be/ye7VzlLtp-4'))
  expect(expected('https://www.instagram.com/p/BkfuX9UB-eK')).not.toBe(expected('https://www.instagram.com/p/bkfuX9UB-eK'))
  expect(expected('https://t.me/Durov/43')).toBe(expected('https://t.me/durov/43'))
})

test.each([
  ['https://x.com/a/status/29700859247', undefined],
  ['https://x.com/a/status/29700859248', '2010-11-04T01:43:01.738Z'],
  ['https://www.tiktok.com/@a/video/1', undefined],
  ['https://www.instagram.com/p/AAAAAB/', undefined],
  ['https://www.threads.com/t/BkfuX9UB-eK', undefined],
  ['https://mastodon.social/@a/12345678', undefined],
  ['https://mastodon.social/@a/99999999999999999999', undefined],
  ['https://bsky.app/profile/a.bsky.social/post/2222222222222', undefined],
  ['https://bsky.app/profile/a.bsky.social/post/jzzzzzzzzzzzz', undefined],
])('the time in %s is %s', (input, postedAt) => {
  const outcome = recognisePost(input)

  expect(outcome.ok).toBe(true)
  expect(outcome.ok && outcome.postedAt).toBe(postedAt)
})

test('the canonical link of a post leads to the same key again', () => {
  const posts = [...table.map(({ input }) => input), ...forms.map(([input]) => input)].map(recognisePost).filter((outcome) => outcome.ok)

  // Facebook's only address by number alone looks like a profile.
  for (const { key, canonical } of posts.filter(({ key }) => !/^facebook:\d/.test(key)))
    expect([canonical, expected(canonical)]).toEqual([canonical, key])
  expect(new Set(posts.map(({ platform }) => platform))).toEqual(new Set(postPlatforms))
  for (const { canonical } of posts) expect(canonical).toMatch(/^https:\/\/[a-z\d.-]+\/[\w@.:/?=-]+$/)
})

test('input beyond the limit is refused for its length alone', () => {
  const link = 'https://x.com/a/status/20?'

  expect(expected(link.padEnd(postLinkMaxLength, 'a'))).toBe('x:20')
  expect(expected(link.padEnd(postLinkMaxLength + 1, 'a'))).toBe('!too_long')
})

test('garbage never throws and never becomes a post', () => {
  const pieces = [
    'https://',
    'x.com',
    '/',
    '..',
    '%',
    '%zz',
    '%00',
    '\ud800',
    '\udfff',
    '\0',
    '\u202e',
    '@',
    ':',
    '?',
    '#',
    '[',
    ']',
    '&',
    '=',
    'é',
    '𝕏',
    ' ',
    '1',
    'tg:',
    'at://',
    '\\',
    'www.',
  ]
  let seed = 20_250_903
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((seed / 2_147_483_648) * below)
  }

  for (let round = 0; round < 5000; round += 1) {
    const input = Array.from({ length: random(14) }, () => pieces[random(pieces.length)]).join('')
    const outcome = recognisePost(input)
    expect(outcome.ok, input).toBe(false)
    if (!outcome.ok) expect(postLinkReasons).toContain(outcome.reason)
  }
})

test('the longest hostile input is answered in a moment', () => {
  const units = [
    'a',
    '/',
    '-',
    '@',
    '.',
    '%41',
    ')',
    '(',
    '[](',
    ':',
    ' ',
    '://',
    '?u=',
    'activity-',
    'x.com.',
    '\u3000',
    '！',
    'a.',
    '1',
    '\ud800',
    '_',
    '\u202e',
  ]
  const starts = [
    '',
    'https://',
    'https://x.com/',
    'https://www.linkedin.com/posts/',
    'https://www.binance.com/square/post/',
    'https://m.a.org/@',
    'https://vk.com/',
    'at://',
    'tg://resolve?',
    'https://www.facebook.com/a/posts/',
  ]
  const started = performance.now()

  for (const start of starts) for (const unit of units) recognisePost((start + unit.repeat(postLinkMaxLength)).slice(0, postLinkMaxLength))

  expect(performance.now() - started).toBeLessThan(2000)
})

test('every reason has its own message in every language, and no message is left over', () => {
  for (const { check: _, ...messages } of [en, es, ar]) {
    expect(Object.keys(messages).sort()).toEqual([...postLinkReasons].sort())
    const texts = Object.values(messages)
    expect(new Set(texts).size).toBe(texts.length)
    for (const text of texts) expect(text).toMatch(/^\P{C}{10,260}[^.!\s]$/u)
  }
})

test('every platform has a name, and the message about unknown sites lists them all', () => {
  expect(Object.keys(platformNames)).toEqual([...postPlatforms])
  for (const messages of [en, es, ar]) for (const name of Object.values(platformNames)) expect(messages.unknown_site).toContain(name)
})
