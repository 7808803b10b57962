/* Inflates a zlib stream (RFC 1950, 1951) in browsers that have no DecompressionStream; loaded only there. */

const bad = () => { throw new Error('damaged') }

const LENGTHS = [], DISTANCES = []
for (let i = 0, base = 3; i < 28; i++) { const extra = i < 4 ? 0 : (i >> 2) - 1; LENGTHS.push([base, extra]); base += 1 << extra }
LENGTHS.push([258, 0])
for (let i = 0, base = 1; i < 30; i++) { const extra = i < 2 ? 0 : (i >> 1) - 1; DISTANCES.push([base, extra]); base += 1 << extra }
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

/** The bytes of a zlib stream; throws when it is damaged or longer than `limit`. */
export const inflate = (input, limit = 2 ** 27) => {
  if (input.length < 6 || (input[0] & 15) !== 8 || (input[0] * 256 + input[1]) % 31 || input[1] & 32) bad()
  let at = 2, pending = 0, width = 0, out = new Uint8Array(Math.min(limit, input.length * 4 + 64)), size = 0
  const bits = count => {
    while (width < count) { if (at >= input.length) bad(); pending |= input[at++] << width; width += 8 }
    const value = pending & (1 << count) - 1
    pending >>>= count
    width -= count
    return value
  }
  const room = count => {
    if (size + count > limit) bad()
    if (size + count > out.length) { const more = new Uint8Array(Math.min(limit, (size + count) * 2)); more.set(out); out = more }
  }
  const tree = lengths => {
    const counts = new Uint16Array(16), offsets = new Uint16Array(16), symbols = new Uint16Array(lengths.length)
    for (const it of lengths) counts[it]++
    counts[0] = 0
    let left = 1
    for (let i = 1; i < 16; i++) { left = left * 2 - counts[i]; if (left < 0) bad() }
    for (let i = 1; i < 15; i++) offsets[i + 1] = offsets[i] + counts[i]
    lengths.forEach((it, i) => { if (it) symbols[offsets[it]++] = i })
    return { counts, symbols }
  }
  const symbol = ({ counts, symbols }) => {
    for (let length = 1, code = 0, first = 0, index = 0; length < 16; length++) {
      code |= bits(1)
      const count = counts[length]
      if (code - count < first) return symbols[index + code - first]
      index += count
      first = first + count << 1
      code <<= 1
    }
    return bad()
  }
  let last
  do {
    last = bits(1)
    const kind = bits(2)
    if (kind === 0) {
      pending = width = 0
      if (at + 4 > input.length) bad()
      const count = input[at] | input[at + 1] << 8
      if (count !== (~(input[at + 2] | input[at + 3] << 8) & 65535) || at + 4 + count > input.length) bad()
      room(count)
      out.set(input.subarray(at += 4, at + count), size)
      size += count
      at += count
      continue
    }
    if (kind === 3) bad()
    let literals, distances
    if (kind === 1) {
      literals = tree([...Array(288).keys()].map(i => i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8))
      distances = tree(Array(30).fill(5))
    } else {
      const n = bits(5) + 257, d = bits(5) + 1, c = bits(4) + 4, codes = Array(19).fill(0)
      if (n > 286 || d > 30) bad()
      for (let i = 0; i < c; i++) codes[ORDER[i]] = bits(3)
      const code = tree(codes), lengths = []
      while (lengths.length < n + d) {
        const s = symbol(code)
        if (s < 16) { lengths.push(s); continue }
        if (s === 16 && !lengths.length) bad()
        const value = s === 16 ? lengths[lengths.length - 1] : 0
        for (let k = s === 16 ? 3 + bits(2) : s === 17 ? 3 + bits(3) : 11 + bits(7); k > 0; k--) lengths.push(value)
      }
      if (lengths.length > n + d) bad()
      literals = tree(lengths.slice(0, n))
      distances = tree(lengths.slice(n))
    }
    for (;;) {
      let s = symbol(literals)
      if (s < 256) { room(1); out[size++] = s; continue }
      if (s === 256) break
      if ((s -= 257) > 28) bad()
      const count = LENGTHS[s][0] + bits(LENGTHS[s][1])
      const d = symbol(distances)
      if (d > 29) bad()
      const back = DISTANCES[d][0] + bits(DISTANCES[d][1])
      if (back > size) bad()
      room(count)
      for (let i = 0; i < count; i++, size++) out[size] = out[size - back]
    }
  } while (!last)
  let a = 1, b = 0
  for (let i = 0; i < size; i++) { a = (a + out[i]) % 65521; b = (b + a) % 65521 }
  at -= width >> 3
  if (at + 4 > input.length || ((input[at] << 24 | input[at + 1] << 16 | input[at + 2] << 8 | input[at + 3]) >>> 0) !== b * 65536 + a) bad()
  return out.subarray(0, size)
}
