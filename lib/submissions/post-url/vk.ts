import { type Address, post, refuse, type Site } from './site.ts'

const wall = /(?:^|\/)wall(-?\d{1,15})_(\d{1,15})(?!\d)/i
// A clip is a video with another player around it, and shares its number.
const video = /(?:^|\/)(?:video|clip)(-?\d{1,15})_(\d{1,15})(?!\d)/i

/** VK: posts on a wall, videos and clips, also when they lie as a layer (`?w=`, `?z=`) over another page. */
export const vk: Site = {
  domains: ['vk.com', 'vk.ru', 'vkontakte.ru', 'vkvideo.ru'],
  subdomains: /^m$/,
  recognise: (address) => {
    const places = [address.path, address.query.get('w') ?? '', address.query.get('z') ?? '']
    for (const place of places) {
      const onWall = wall.exec(place)
      if (onWall) return vkPost('wall', onWall)
      const asVideo = video.exec(place)
      if (asVideo) return vkPost('video', asVideo)
    }
    return embedded(address) ?? other(address)
  },
}

function embedded({ path, query }: Address) {
  if (!/^\/video_ext\.php$/i.test(path)) return null
  const match = video.exec(`video${query.get('oid') ?? ''}_${query.get('id') ?? ''}`)
  return match && vkPost('video', match)
}

function vkPost(type: 'wall' | 'video', [, owner, id]: RegExpExecArray) {
  const name = `${type}${Number(owner)}_${Number(id)}`
  const kind = type === 'wall' ? 'post' : 'video'
  return post({ platform: 'vk', kind, key: `vk:${name}`, canonical: `https://vk.com/${name}` })
}

function other(address: Address) {
  const layer = `${address.path} /${address.query.get('w') ?? ''}`
  if (/\/(?:story-?\d|stories(?:\/|$))/i.test(layer)) return 'vk_story_expires'
  return refuse(address, {
    home: /^\/(?:feed|al_feed\.php|login)$/i,
    search: /^\/(?:search|hashtag)(?:\/|$)/i,
    profile: /^\/(?!video|clips|photo|album|topic|market|app|doc)[a-z\d_.]+$/i,
    otherwise: 'vk_not_a_post',
  })
}
