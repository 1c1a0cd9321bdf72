const mask = (1n << 64n) - 1n
const rate = 136

/** The round constants and rotations of Keccak-f[1600], made as its standard makes them. */
const { constants, rotations } = tables()

function tables(): { constants: bigint[]; rotations: number[] } {
  const made: bigint[] = []
  let register = 1
  for (let round = 0; round < 24; round += 1) {
    let constant = 0n
    for (let bit = 0; bit < 7; bit += 1) {
      if (register & 1) constant |= 1n << ((1n << BigInt(bit)) - 1n)
      register = register & 0x80 ? (register << 1) ^ 0x171 : register << 1
    }
    made.push(constant)
  }
  const turns = Array.from({ length: 25 }, () => 0)
  let [x, y] = [1, 0]
  for (let step = 0; step < 24; step += 1) {
    turns[x + 5 * y] = (((step + 1) * (step + 2)) / 2) % 64
    ;[x, y] = [y, (2 * x + 3 * y) % 5]
  }
  return { constants: made, rotations: turns }
}

function turned(lane: bigint, by: number): bigint {
  return by === 0 ? lane : ((lane << BigInt(by)) | (lane >> BigInt(64 - by))) & mask
}

function lane(lanes: readonly bigint[], index: number): bigint {
  return lanes[index] ?? 0n
}

function mixed(state: readonly bigint[], constant: bigint): bigint[] {
  const five = [0, 1, 2, 3, 4]
  const columns = five.map((x) => five.reduce((sum, y) => sum ^ lane(state, x + 5 * y), 0n))
  const diffused = state.map((value, at) => value ^ lane(columns, (at + 4) % 5) ^ turned(lane(columns, (at + 1) % 5), 1))
  const moved = Array.from({ length: 25 }, () => 0n)
  for (const x of five)
    for (const y of five) moved[y + 5 * ((2 * x + 3 * y) % 5)] = turned(lane(diffused, x + 5 * y), rotations[x + 5 * y] ?? 0)
  const next = moved.map((value, at) => {
    const [x, row] = [at % 5, at - (at % 5)]
    return value ^ (~lane(moved, row + ((x + 1) % 5)) & mask & lane(moved, row + ((x + 2) % 5)))
  })
  next[0] = lane(next, 0) ^ constant
  return next
}

/** Keccak-256 as Ethereum uses it (not SHA3-256), in hexadecimal. For short texts of ASCII, such as an address. */
export function keccak256(text: string): string {
  const bytes = Buffer.from(text, 'latin1')
  const padded = Buffer.alloc(bytes.length + (rate - (bytes.length % rate)))
  bytes.copy(padded)
  padded[bytes.length] = (padded[bytes.length] ?? 0) | 0x01
  padded[padded.length - 1] = (padded[padded.length - 1] ?? 0) | 0x80
  let state: bigint[] = Array.from({ length: 25 }, () => 0n)
  for (let start = 0; start < padded.length; start += rate) {
    state = state.map((value, at) => (at < rate / 8 ? value ^ padded.readBigUInt64LE(start + at * 8) : value))
    for (const constant of constants) state = mixed(state, constant)
  }
  const out = Buffer.alloc(32)
  for (let at = 0; at < 4; at += 1) out.writeBigUInt64LE(lane(state, at), at * 8)
  return out.toString('hex')
}
