import { BlockList, isIP } from 'node:net'

/** The addresses and networks of a list such as `10.0.0.0/8, ::1`; null when it names none, or something else among them. */
export function readProxies(list: string): BlockList | null {
  const proxies = new BlockList()
  const entries = list.split(/[\s,]+/).filter(Boolean)
  for (const entry of entries) {
    const [, address = '', bits] = /^([^/%]+)(?:\/(\d{1,3}))?$/.exec(entry) ?? []
    const version = isIP(address)
    if (version === 0 || Number(bits ?? 0) > (version === 6 ? 128 : 32)) return null
    const family = version === 6 ? 'ipv6' : 'ipv4'
    if (bits === undefined) proxies.addAddress(address, family)
    else proxies.addSubnet(address, Number(bits), family)
  }
  return entries.length > 0 ? proxies : null
}
