type Redirector = { host: RegExp; path: RegExp; parameter: string }

const anyPath = /^/

const redirectors: Redirector[] = [
  { host: /^(?:l|lm)\.(?:facebook|instagram|messenger|threads)\.(?:com|net)$/, path: anyPath, parameter: 'u' },
  { host: /^(?:[a-z]+\.)?facebook\.com$/, path: /^\/(?:l|sharer|sharer\/sharer)\.php$/i, parameter: 'u' },
  { host: /^(?:[a-z]+\.)?facebook\.com$/, path: /^\/plugins\/(?:post|video)\.php$/i, parameter: 'href' },
  { host: /^(?:[a-z]+\.)?facebook\.com$/, path: /^\/login(?:\.php)?\/?$/i, parameter: 'next' },
  { host: /^(?:instagram\.com|threads\.(?:com|net))$/, path: /^\/(?:accounts\/)?login\/?$/i, parameter: 'next' },
  { host: /^(?:m\.|mobile\.)?(?:x|twitter)\.com$/, path: /^\/i\/flow\/login$/i, parameter: 'redirect_after_login' },
  { host: /^(?:m\.)?youtube\.com$/, path: /^\/redirect$/i, parameter: 'q' },
  { host: /^(?:m\.)?youtube\.com$/, path: /^\/attribution_link$/i, parameter: 'u' },
  { host: /^google\.(?:com?\.)?[a-z]{2,3}$/, path: /^\/url$/i, parameter: 'q' },
  { host: /^google\.(?:com?\.)?[a-z]{2,3}$/, path: /^\/url$/i, parameter: 'url' },
  { host: /^(?:away\.|m\.)?vk\.(?:com|ru)$/, path: /^\/(?:away(?:\.php)?)?$/i, parameter: 'to' },
  { host: /^(?:[a-z]{2}\.)?linkedin\.com$/, path: /^\/(?:safety\/go|redir\/redirect)\/?$/i, parameter: 'url' },
  { host: /^(?:[a-z]{2}\.)?linkedin\.com$/, path: /^\/authwall\/?$/i, parameter: 'sessionRedirect' },
  { host: /^out\.reddit\.com$/, path: anyPath, parameter: 'url' },
  { host: /^passport\.weibo\.(?:com|cn)$/, path: anyPath, parameter: 'url' },
]

/** Where a known click counter or sign-in wall was going to lead, as an address in full; null when the link is no such thing. */
export function redirectTarget(url: URL, host: string): string | null {
  for (const { host: hosts, path, parameter } of redirectors) {
    const target = hosts.test(host) && path.test(url.pathname) ? url.searchParams.get(parameter)?.trim() : null
    if (target) return /^\/(?![/\\])/.test(target) ? `https://${host}${target}` : target
  }
  return null
}
