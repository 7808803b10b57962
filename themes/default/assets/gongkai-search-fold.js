/* The whole folding table of the index, fetched when a query has a character that no text of the site has; see docs/search-format.md.
   Loaded by gongkai-search.js together with that file. */

const SEPARATOR = 0, STOP = 0x2E
const bad = () => { throw new Error('damaged') }

/* What a table may fold to: a separator (32), the stop, or a symbol. */
const target = it => it === 0x20 ? SEPARATOR : it === STOP || it >= 0x30 && it < 0x40000 ? it : bad()

/* The varints of a file. */
const reader = bytes => {
  let at = 4
  if (String.fromCharCode(...bytes.subarray(0, 4)) !== 'GKF\x01') bad()
  const varint = () => {
    for (let value = 0, scale = 1, n = 0; n < 8; n++, scale *= 128) {
      const byte = bytes[at++] ?? bad()
      value += (byte & 127) * scale
      if (byte < 128) return value
    }
    return bad()
  }
  /* How many follow, of which each takes a byte at least. */
  const count = () => { const it = varint(); return it <= bytes.length - at ? it : bad() }
  const take = count => count <= bytes.length - at ? bytes.subarray(at, at += count) : bad()
  return { varint, count, take }
}

/** The function that folds a character, from the bytes of the table. */
export const foldOf = bytes => {
  const { varint, count, take } = reader(bytes), map = new Map(), sources = []
  const zigzag = () => { const it = varint(); return it % 2 ? -(it + 1) / 2 : it / 2 }
  const ranges = () => {
    const out = []
    for (let i = count(), at = 0; i > 0; i--) { const start = at + varint(); at = start + varint(); out.push(start, at) }
    return out
  }
  const inside = (ranges, c) => {
    let low = 0
    for (let high = ranges.length; low < high;) { const middle = low + high >> 1; if (ranges[middle] <= c) low = middle + 1; else high = middle }
    return low % 2 === 1
  }
  const letters = ranges(), dropped = ranges(), size = count()
  for (let i = 0, at = 0; i < size; i++) sources.push(at += varint())
  const lengths = take(size)
  for (const single of [true, false]) {
    let previous = 0
    sources.forEach((source, i) => {
      if ((lengths[i] === 1) !== single) return
      map.set(source, Array.from({ length: lengths[i] }, () => target(previous += zigzag())))
    })
  }
  return c => map.get(c) ?? (inside(dropped, c) ? [] : c < 0x40000 && inside(letters, c) ? [c] : [SEPARATOR])
}
