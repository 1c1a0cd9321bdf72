/** One message for each reason in lib/submissions/post-url/outcome.ts; the keys are the reasons. */
export default {
  empty: 'Enter the link to your post',
  too_long: 'This link is longer than 2,048 characters. Open the post, choose Share, then Copy link, and paste only that',
  not_a_url: 'This is not a web link. Open your post, copy its link and paste it here. It starts with https://',
  more_than_one_link: 'There is more than one link here. Enter one link only, the one to your post',
  bad_scheme: 'The link to a post starts with https://. Open your post, copy its link and paste it here',
  has_credentials: 'There is a name or a password before an @ sign in this link. Open your post and copy its link again',
  has_port: 'There is a port number in this link, as in example.com:8080. Open your post and copy its public link',
  not_public_host: 'This link goes to a private or local address that nobody else can open. Enter the public link to your post',
  too_many_redirects: 'This link leads through too many other links. Open it, wait for your post to show, then copy the link from there',
  unknown_short_link: 'We cannot see where this short link leads. Open it, wait for your post to show, then copy the full link from there',
  unknown_site:
    'We do not know this site. Enter a link to a public post on X, Facebook, Instagram, Threads, TikTok, YouTube, Telegram, LinkedIn, Reddit, Bluesky, Mastodon, Binance Square, VK or Weibo',
  profile_not_a_post: 'This link goes to a profile, not to a post. Open the post itself, then copy its link',
  search_not_a_post: 'This link goes to a search or a hashtag, which shows many posts. Open your own post, then copy its link',
  home_not_a_post: 'This link goes to a start page or a feed. Open your own post, then copy its link',
  x_not_a_post: 'This X link does not go to a post. Open your post, choose Share, then Copy link. The link contains /status/ and a number',
  facebook_not_a_post: 'This Facebook link does not go to a post. Select the date of your post to open it, then copy the link',
  facebook_story_expires:
    'This Facebook story disappears after a day, so we could not read it later. Share it as a post or a reel, then copy the link to that',
  instagram_not_a_post: 'This Instagram link does not go to a post or a reel. Open your post, choose Share, then Copy link',
  instagram_story_expires:
    'This Instagram story disappears after a day, so we could not read it later. Share it as a post or a reel, then copy the link to that',
  threads_not_a_post: 'This Threads link does not go to a post. Open your post, choose Share, then Copy link',
  tiktok_not_a_post: 'This TikTok link does not go to a video or a photo post. Open yours, choose Share, then Copy link',
  youtube_not_a_video: 'This YouTube link does not go to a video. Open your video or Short, choose Share, then copy its link',
  telegram_not_a_post:
    'This Telegram link does not go to a message. Open the message in your public channel or group, then choose Copy link',
  telegram_private_channel:
    'This Telegram channel or group is private, so nobody else can open the link. Post in a public channel or group, then copy the link to that message',
  telegram_story_expires:
    'This Telegram story can disappear, so we could not read it later. Post it in a public channel or group, then copy the link to that message',
  linkedin_not_a_post: 'This LinkedIn link does not go to a post. Open the menu of your post, then choose Copy link to post',
  reddit_not_a_post: 'This Reddit link does not go to a post. Open your post, choose Share, then Copy link',
  bluesky_not_a_post: 'This Bluesky link does not go to a post. Open the share menu of your post, then choose Copy link to post',
  mastodon_not_a_post: 'This Mastodon link does not go to a post. Open the menu of your post, then choose Copy link to post',
  mastodon_remote_view:
    'This link goes to a copy of the post on another Mastodon server. Open the post on the server where it was written, then copy the link from there',
  binance_square_not_a_post:
    'This Binance link does not go to a post on Binance Square. Open your post on Binance Square, choose Share, then copy the link',
  vk_not_a_post: 'This VK link does not go to a post, a video or a clip. Select the date of your post to open it, then copy the link',
  vk_story_expires:
    'This VK story disappears after a day, so we could not read it later. Put it on your wall, then copy the link to that post',
  weibo_not_a_post: 'This Weibo link does not go to a post. Select the date of your post to open it, then copy the link',
} as const
