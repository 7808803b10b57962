/* The search engine of a Gongkai site: reads the index below search/ and answers queries. One module, nothing to install, no
   wasm, works under default-src 'self'. It gives the same answers, to the score, as `gongkai search`; the format and the
   rules are in docs/search-format.md.

     import { open } from 'gongkai-search.js'
     const engine = await open('/search/')
     const results = await engine.search('网格化管理', { limit: 10, offset: 0, filters: { year: ['2017'] }, sort: 'relevance' })

   A promise is rejected with a SearchError when a file of the index cannot be read; nothing else is thrown. */

/** Why a file could not be used: kind is missing, damaged, unreachable or unsupported. */
export class SearchError extends Error {
  constructor(kind, path, reason = '') {
    super(`${kind}: ${path}${reason && ` (${reason})`}`)
    this.name = 'SearchError'
    this.kind = kind
    this.path = path
  }
}

/* ---- bytes and bits ---- */

class Bad extends Error {}
const bad = () => { throw new Bad() }
const utf8 = new TextDecoder()
const utf16 = new TextDecoder('utf-16le')

class Cursor {
  constructor(bytes, at = 0, end = bytes.length) { this.bytes = bytes; this.at = at; this.end = end }
  get left() { return this.end - this.at }
  byte() { return this.at < this.end ? this.bytes[this.at++] : bad() }
  varint() {
    for (let value = 0, scale = 1, shift = 0; ; shift += 7, scale *= 128) {
      const byte = this.byte()
      if (shift > 49 || shift === 49 && byte > 15) bad()
      value += (byte & 127) * scale
      if (byte < 128) return value
    }
  }
  count(limit = this.left) {
    const value = this.varint()
    return value <= limit ? value : bad()
  }
  zigzag() {
    const value = this.varint()
    return value % 2 ? -(value + 1) / 2 : value / 2
  }
  take(count) {
    if (count > this.left) bad()
    this.at += count
    return this.bytes.subarray(this.at - count, this.at)
  }
  magic(letters) { for (const it of [...letters].map(c => c.charCodeAt(0)).concat(1)) if (this.byte() !== it) bad() }
}

class Bits {
  constructor(bytes, start, end) { this.bytes = bytes; this.next = start; this.end = end; this.pending = 0; this.width = 0 }
  bits(count) {
    if (count > 24) return this.bits(count - 16) * 65536 + this.bits(16)
    while (this.width < count) {
      if (this.next > this.end + 8) bad()
      this.pending = this.pending << 8 | (this.next < this.end ? this.bytes[this.next] : 0)
      this.next++
      this.width += 8
    }
    this.width -= count
    if (this.next - (this.width >> 3) > this.end) bad()
    const value = this.pending >>> this.width
    this.pending &= (1 << this.width) - 1
    return value
  }
  gamma() {
    let k = 0
    while (!this.bits(1)) if (++k > 30) bad()
    return k ? 2 ** k + this.bits(k) : 1
  }
  get left() { return (this.end - this.next) * 8 + this.width }
  minimal(range) {
    if (!range) return 0
    const n = range + 1, k = 31 - Math.clz32(n)
    if (!(n & n - 1)) return this.bits(k)
    const short = 2 ** (k + 1) - n, half = (n - short) / 2 | 0
    let y = this.bits(k)
    if (y >= short) y = y * 2 + this.bits(1) - short
    return y + half < n ? y + half : y + half - n
  }
  interpolative(out, at, count, low, high) {
    if (count <= 0) return
    if (high - low + 1 < count) bad()
    if (high - low + 1 === count) {
      for (let i = 0; i < count; i++) out[at + i] = low + i
      return
    }
    const m = count >> 1, least = low + m
    const value = least + this.minimal(high - (count - 1 - m) - least)
    out[at + m] = value
    this.interpolative(out, at, m, low, value - 1)
    this.interpolative(out, at + m + 1, count - 1 - m, value + 1, high)
  }
}

const CRC = new Uint32Array(256).map((_, n) => {
  for (let k = 0; k < 8; k++) n = n & 1 ? n >>> 1 ^ 0xEDB88320 : n >>> 1
  return n
})
const crc32 = (bytes, end) => {
  let c = ~0
  for (let i = 0; i < end; i++) c = CRC[(c ^ bytes[i]) & 255] ^ c >>> 8
  return ~c >>> 0
}

/* Inflates a zlib stream (RFC 1950, 1951): one path for every browser, no stream to wait for. */
const LENGTHS = [], DISTANCES = []
for (let i = 0, base = 3; i < 28; i++) { const extra = i < 4 ? 0 : (i >> 2) - 1; LENGTHS.push([base, extra]); base += 1 << extra }
LENGTHS.push([258, 0])
for (let i = 0, base = 1; i < 30; i++) { const extra = i < 2 ? 0 : (i >> 1) - 1; DISTANCES.push([base, extra]); base += 1 << extra }
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

/** The bytes of a zlib stream; throws when it is damaged or longer than `limit`. */
export const inflate = (input, limit = 2 ** 28) => {
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

/* ---- characters ---- */

const SEPARATOR = 0, SPACE = 1, STOP = 0x2E
const spaces = new Set([0x09, 0x20, 0xA0, 0x1680, 0x202F, 0x205F, 0x3000, ...Array.from({ length: 11 }, (_, i) => 0x2000 + i)])
const isDigit = c => c >= 0x30 && c <= 0x39
const isBreak = c => c <= 0x20 || c === 0x85 || c === 0x2028 || c === 0x2029 || spaces.has(c)
const isHan = c => c >= 0x3005 && (c >= 0x4E00 && c <= 0x9FFF || c >= 0x3400 && c <= 0x4DBF || c === 0x3005 || c === 0x3007
  || c >= 0x3021 && c <= 0x3029 || c >= 0x3041 && c <= 0x3096 || c >= 0x309D && c <= 0x309F || c >= 0x30A1 && c <= 0x30FA
  || c >= 0x30FC && c <= 0x30FF || c >= 0x3105 && c <= 0x312F || c >= 0x31A0 && c <= 0x31BF || c >= 0x31F0 && c <= 0x31FF
  || c >= 0xAC00 && c <= 0xD7A3 || c >= 0xF900 && c <= 0xFAFF || c >= 0x20000 && c <= 0x3FFFF)

const points = text => {
  const out = []
  for (const it of text) { const c = it.codePointAt(0); out.push(c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c) }
  return out
}
const string = symbols => { let out = ''; for (const it of symbols) out += String.fromCodePoint(it); return out }
/* Keys that are strings are compared as bytes: a character of `binary` is a byte of UTF-8. */
const binary = text => { let out = ''; for (const it of new TextEncoder().encode(text)) out += String.fromCharCode(it); return out }

/* What a character folds to when that needs no table. */
const rule = c => {
  if (spaces.has(c)) return [SPACE]
  if (c === STOP) return [STOP]
  if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0
  if (c === STOP) return [STOP]
  if (c < 0x80) return [isDigit(c) || c >= 0x61 && c <= 0x7A ? c : c >= 0x41 && c <= 0x5A ? c + 32 : SEPARATOR]
  return c >= 0x2010 && c <= 0x2023 || c >= 0x3001 && c <= 0x3003 || c >= 0x3008 && c <= 0x3020 || c === 0x85 || c === 0x2028 || c === 0x2029 || c === 0xFFFD
    ? [SEPARATOR] : null
}

/* What a table may fold to: a separator (32), the stop, or a symbol. */
const foldTarget = it => it === 0x20 ? SEPARATOR : it === STOP || it >= 0x30 && it < 0x40000 ? it : bad()

/* The whole folding table, fetched when a query has a character that no text of the site has. */
class FoldTable {
  constructor(bytes) {
    const cursor = new Cursor(bytes)
    cursor.magic('GKF')
    const ranges = () => {
      const out = []
      for (let i = cursor.count(), at = 0; i > 0; i--) { const start = at + cursor.varint(); at = start + cursor.varint(); out.push(start, at) }
      return out
    }
    this.letters = ranges()
    this.dropped = ranges()
    const count = cursor.count(), sources = [], targets = []
    for (let i = 0, at = 0; i < count; i++) sources.push(at += cursor.varint())
    const lengths = cursor.take(count)
    this.map = new Map()
    for (const single of [true, false]) {
      let previous = 0
      for (let i = 0; i < count; i++) {
        if ((lengths[i] === 1) !== single) continue
        const target = []
        for (let k = 0; k < lengths[i]; k++) target.push(foldTarget(previous += cursor.zigzag()))
        this.map.set(sources[i], target)
      }
    }
  }
  fold(c) {
    const inside = ranges => before(ranges.length, i => ranges[i] <= c) % 2 === 1
    return this.map.get(c) ?? (inside(this.dropped) ? [] : c < 0x40000 && inside(this.letters) ? [c] : [SEPARATOR])
  }
}

/* How many of `count` places at the front pass, when all that pass stand before all that do not. */
const before = (count, test) => {
  let low = 0
  while (low < count) { const middle = low + count >> 1; if (test(middle)) low = middle + 1; else count = middle }
  return low
}

/* A text as the index sees it: folded letters, one 0 where a run ends; origins say which code point each came from. */
const normalize = (text, fold) => {
  const symbols = [], origins = []
  let gap = 0  // 1 space, 2 stop, 3 end
  for (let i = 0; i < text.length; i++) {
    for (const it of fold(text[i])) {
      if (it >= 0x30) {
        const last = symbols[symbols.length - 1]
        if (gap && symbols.length) {
          if (gap === 3 || gap === 1 && !isHan(last) && !isHan(it)) { symbols.push(0); origins.push(i) }
          else if (gap === 2) { symbols.push(isDigit(last) && isDigit(it) ? STOP : 0); origins.push(i) }
        }
        gap = 0
        symbols.push(it)
        origins.push(i)
      } else if (it === SPACE) gap = gap === 0 ? 1 : gap === 2 ? 3 : gap
      else if (it === STOP) gap = gap === 0 ? 2 : 3
      else gap = 3
    }
  }
  return { symbols, origins }
}

const startsAt = (symbols, i, needle) => {
  for (let k = 0; k < needle.length; k++) if (symbols[i + k] !== needle[k]) return false
  return true
}
const indexOf = (symbols, needle, from = 0) => {
  for (let i = from; i + needle.length <= symbols.length; i++) if (symbols[i] === needle[0] && startsAt(symbols, i, needle)) return i
  return -1
}
const rangesIn = ({ symbols }, pattern) => {
  const out = []
  if (!pattern.symbols.length) return out
  for (let i = indexOf(symbols, pattern.symbols); i >= 0; i = indexOf(symbols, pattern.symbols, i)) {
    const end = i + pattern.symbols.length
    if (!pattern.endsNumber || end === symbols.length || !isDigit(symbols[end])) out.push([i, end])
    i = end
  }
  return out
}
const matches = (text, pattern) => !pattern.symbols.length
  || (pattern.endsNumber ? rangesIn(text, pattern).length > 0 : indexOf(text.symbols, pattern.symbols) >= 0)

/* ---- lists of documents, ascending ---- */

const intersection = (a, b) => {
  const out = []
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) { out.push(a[i]); i++; j++ } else if (a[i] < b[j]) i++; else j++
  }
  return out
}
const union = (lists, size) => {
  if (lists.length === 1) return lists[0]
  const seen = new Uint8Array(size), out = []
  for (const list of lists) for (const it of list) seen[it] = 1
  for (let i = 0; i < size; i++) if (seen[i]) out.push(i)
  return out
}
const subtract = (a, b) => {
  const out = []
  let j = 0
  for (const it of a) { while (j < b.length && b[j] < it) j++; if (b[j] !== it) out.push(it) }
  return out
}
const place = (list, document) => { const i = before(list.length, k => list[k] < document); return list[i] === document ? i : -1 }
const contains = (list, document) => place(list, document) >= 0

/* ---- files of the index ---- */

const LONGEST_SUFFIX = 32, LONGEST_WORD = 256

class Manifest {
  constructor(bytes) {
    const cursor = new Cursor(bytes)
    cursor.magic('GKM')
    this.documents = cursor.count(2 ** 24)
    this.clauses = cursor.count(2 ** 40)
    this.blockShift = cursor.count(30)
    this.sizes = cursor.take(this.documents)
    let sum = 0
    for (const it of this.sizes) sum += it > 96 ? bad() : bound(it)
    this.mean = Math.max(1, Math.floor(8 * sum / Math.max(1, this.documents)))
    this.numeric = []
    for (let i = cursor.count(), key = 0; i > 0; i--) {
      const delta = cursor.varint()
      if (this.numeric.length && !delta) bad()
      this.numeric.push(key += delta)
    }
    this.labels = []
    const spread = [MOST.spread]
    for (let i = cursor.count(); i > 0; i--) this.labels.push(frontCoded(cursor, this.labels[this.labels.length - 1] ?? '', spread))
    this.alphabet = []
    this.known = new Map()
    for (let i = cursor.count(), symbol = 0; i > 0; i--) {
      symbol += cursor.varint()
      if (symbol >= 0x40000) bad()
      this.known.set(symbol, [symbol])
      this.alphabet.push(symbol)
    }
    this.units = textUnits(cursor, this.alphabet)
    for (let i = cursor.count(), source = 0; i > 0; i--) {
      source += cursor.varint()
      const target = []
      for (let k = cursor.byte(); k > 0; k--) target.push(foldTarget(cursor.varint()))
      this.known.set(source, target)
    }
    const count = cursor.count(this.documents), length = cursor.count(), start = cursor.at
    cursor.take(length)
    if (cursor.left) bad()
    this.sunk = new Int32Array(count)
    new Bits(bytes, start, start + length).interpolative(this.sunk, 0, count, 0, this.documents - 1)
  }
  /* What a term weighs in a document of so many of its clauses. */
  impact(clauses, document) {
    const tf = Math.min(clauses, 1024), { mean } = this
    const above = 160 * mean * tf, below = 10 * mean * tf + 3 * mean + 72 * bound(this.sizes[document])
    return Math.min(16, Math.max(1, Math.ceil(above / below)))
  }
  place(symbol) { return place(this.alphabet, symbol) }
  character(symbol) { return this.place(symbol) }
  pair(a, b) {
    const first = this.place(a), second = this.place(b), size = this.alphabet.length
    return first < 0 || second < 0 ? -1 : size + first * size + second + (isHan(a) && isHan(b) ? 0 : size * size)
  }
  chunk(key) {
    return typeof key === 'number' ? before(this.numeric.length, i => this.numeric[i] <= key) - 1
      : before(this.labels.length, i => this.labels[i] <= key) - 1 + this.numeric.length
  }
  has(key) { return typeof key === 'number' ? key >= 0 && this.chunk(key) >= 0 : this.chunk(key) >= this.numeric.length }
  full(key) {
    const size = this.alphabet.length
    return typeof key === 'number' ? key >= size && key < size + size * size : key[0] === 'w'
  }
  prefix(prefix) {
    const from = Math.max(0, before(this.labels.length, i => this.labels[i] <= prefix) - 1)
    const to = before(this.labels.length, i => this.labels[i] < prefix || this.labels[i].startsWith(prefix))
    return [this.numeric.length + Math.min(from, to), this.numeric.length + to]
  }
}

/* The most clauses of a document of this size. */
const bound = size => (4 + size % 4) * 2 ** (size >> 2)

/* The UTF-16 units of text blocks by their numbers: the first group is written in one byte, the others in two. */
const textUnits = (cursor, alphabet) => {
  const groups = [[], [], [], [], []]
  const add = (unit, group) => { if (group < 5) unit > 0 && unit <= 0xFFFF ? groups[group].push(unit) : bad() }
  for (const it of alphabet) add(it, cursor.byte())
  for (let i = cursor.count(), unit = 0; i > 0; i--) {
    unit += cursor.varint()
    if (unit > 0xFFFF) bad()
    add(unit, cursor.byte())
  }
  for (const it of groups) it.sort((a, b) => a - b)
  const [first, ...others] = groups, out = new Uint16Array(240 + others.flat().length)
  if (first.length > 240 || out.length > 240 + 15 * 256) bad()
  out.set(first)
  out.set(others.flat(), 240)
  return out
}

const decodeText = (bytes, units) => {
  const out = new Uint16Array(bytes.length)
  let count = 0
  for (let i = 0; i < bytes.length; i++) {
    let byte = bytes[i], unit = units[byte]
    if (byte >= 240) {
      const wide = byte === 255
      if (i + 1 + wide >= bytes.length) bad()
      unit = wide ? bytes[i + 1] * 256 + bytes[i + 2] : units[240 + (byte - 240) * 256 + bytes[i + 1]]
      i += 1 + wide
      if (wide) { out[count++] = unit; continue }
    }
    out[count++] = unit || bad()
  }
  return utf16.decode(out.subarray(0, count))
}

/* The keys of one file together have at most MOST.spread bytes; `spread` is what is left. */
const frontCoded = (cursor, last, spread) => {
  const shared = cursor.count(last.length)
  let out = last.slice(0, shared)
  for (const it of cursor.take(cursor.count())) out += String.fromCharCode(it)
  if ((spread[0] -= out.length) < 0) bad()
  return out
}

/* Where the CRC-32 begins that ends a file. */
const checked = bytes => {
  const end = bytes.length - 4
  return end >= 4 && new DataView(bytes.buffer, bytes.byteOffset + end, 4).getUint32(0, true) === crc32(bytes, end) ? end : bad()
}

class Chunk {
  constructor(bytes, number, manifest) {
    const end = checked(bytes), cursor = new Cursor(bytes, 0, end)
    cursor.magic('GKC')
    const numeric = number < manifest.numeric.length
    if (cursor.byte() !== (numeric ? 0 : 1) || cursor.varint() !== number) bad()
    const count = cursor.count(), lexicon = cursor.count()
    let at = cursor.at + lexicon, key = numeric ? 0 : ''
    const spread = [MOST.spread]
    Object.assign(this, { bytes, keys: [], counts: [], starts: [], kinds: [] })
    for (let i = 0; i < count; i++) {
      this.keys.push(key = numeric ? key + cursor.varint() : frontCoded(cursor, key, spread))
      this.counts.push(cursor.varint())
      this.starts.push(at)
      const said = cursor.varint(), full = manifest.full(key), length = full ? Math.floor(said / 2) : said
      this.kinds.push(!full ? 0 : said % 2 ? 2 : 1)
      at += length <= end - at ? length : bad()
    }
    this.starts.push(at)
    if (at !== end) bad()
  }
  list(index, manifest) { return decode(this.bytes, this.starts[index], this.starts[index + 1], this.counts[index], this.kinds[index], manifest) }
}

/* The list of a term: documents, and for full terms impacts, whether titles have it, and the clauses from starts[i] to
   starts[i + 1], which of kind 2 are in a file of their own. */
const decode = (bytes, start, end, count, kind, manifest) => {
  if (count < 1 || count > manifest.documents) bad()
  const bits = new Bits(bytes, start, end), documents = new Int32Array(count)
  const file = kind === 2 && { number: bits.gamma() - 1, size: bits.gamma() }
  bits.interpolative(documents, 0, count, 0, manifest.documents - 1)
  if (!kind) return { documents }
  const impacts = new Uint8Array(count), inTitle = new Uint8Array(count), list = { documents, impacts, inTitle, file }
  if (count > bits.left) bad()
  const counts = documents.map((it, i) => {
    const clauses = bits.gamma()
    impacts[i] = manifest.impact(clauses, it)
    return clauses
  })
  if (file) {
    list.counts = counts
    const titles = new Int32Array(Math.min(bits.gamma() - 1, count + 1))
    bits.interpolative(titles, 0, titles.length, 0, count - 1)
    for (const it of titles) inTitle[it] = 1
  } else {
    placeClauses(list, counts, bits, manifest)
    for (let i = 0; i < count; i++) inTitle[i] = list.clauses[list.starts[i]] ? 0 : 1
  }
  return list
}

const placeClauses = (list, counts, bits, manifest) => {
  const starts = new Int32Array(counts.length + 1)
  let total = 0
  counts.forEach((it, i) => {
    total += it
    if (it > bound(manifest.sizes[list.documents[i]]) || total > Math.min(manifest.clauses, MOST.clauses)) bad()
    starts[i + 1] = total
  })
  const clauses = new Int32Array(total)
  counts.forEach((it, i) => {
    bits.interpolative(clauses, starts[i], it, 0, bound(manifest.sizes[list.documents[i]]) - 1)
  })
  Object.assign(list, { starts, clauses })
}

/* The clauses of a common term, from a file of their own. */
const clauseFile = (bytes, list, manifest) => {
  const cursor = new Cursor(bytes, 0, checked(bytes))
  cursor.magic('GKB')
  if (cursor.varint() !== list.file.number || cursor.varint() !== list.documents.length) bad()
  const bits = new Bits(bytes, cursor.at, cursor.end)
  placeClauses(list, list.counts, bits, manifest)
  return true
}

const block = (bytes, document, number, manifest) => {
  const cursor = new Cursor(bytes)
  cursor.magic('GKT')
  if (cursor.varint() !== document || cursor.varint() !== number) bad()
  const plain = decodeText(inflate(bytes.subarray(cursor.at), 2 ** 26), manifest.units)
  const records = plain.split('\u001e').map(it => it.split('\u001f')), count = (records.length - 2) / 2
  if (!Number.isInteger(count) || count < 1 || records[0].length !== 9 || records[2 * count + 1].join('\u001f')) bad()
  const first = number * 2 ** manifest.blockShift, card = records[0], size = Number(card[8])
  if (!(size > first && size <= 2 ** 26)) bad()
  const shared = (field, most) => {
    const it = field ? field.charCodeAt(0) - 0x30 : -1
    return it >= 0 && it <= Math.min(most, 63) ? it : bad()
  }
  let anchor = '', path = [card[3]], spread = 2 ** 24
  const clauses = records.slice(1, count + 1).map((head, i) => {
    if (head.length !== 2 || records[i + count + 1].length !== 1) bad()
    anchor = anchor.slice(0, shared(head[0], anchor.length)) + head[0].slice(1)
    path = path.slice(0, shared(head[1], path.length)).concat(head[1].length > 1 ? head[1].slice(1).split('\u001d') : [])
    if ((spread -= anchor.length + path.length) < 0) bad()
    return { anchor, path, text: records[i + count + 1][0] }
  })
  return { card, first, size, clauses }
}

/* Fetches each file once while it is in use. */
class Reader {
  constructor(base, load) {
    this.base = base
    this.load = load
    this.requests = this.bytes = 0
    this.cache = new Map()
    this.failed = new Set()
  }
  /* What `read` makes of a file; a failure is not kept, so that it can be tried again. */
  get(path, read, options) {
    const known = this.cache.get(path)
    if (known) return known
    // What failed once is not taken from the browser's cache again.
    const made = this.load(new URL(path, this.base).href, this.failed.has(path) ? { cache: 'reload' } : options).catch(error => {
      throw error instanceof SearchError ? error : new SearchError('unreachable', path, error?.message)
    }).then(bytes => {
      this.requests++
      if (!bytes) throw new SearchError('missing', path)
      this.bytes += bytes.length
      try { return read(bytes) } catch (error) {
        throw error instanceof SearchError ? error : new SearchError('damaged', path, 'cut short or not a file of this index')
      }
    })
    this.cache.set(path, made)
    if (this.cache.size > 3000) this.cache.delete(this.cache.keys().next().value)
    made.catch(() => { this.cache.delete(path); this.failed.add(path) })
    return made
  }
}

/* A file's bytes, null when there is none. A server that does not answer in 30 seconds is dead. */
const fetchBytes = async (url, options = {}) => {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), 30000)
  try {
    const response = await fetch(url, { ...options, signal: abort.signal })
    if (response.status === 404 || response.status === 410) return null
    if (!response.ok) throw new Error(`status ${response.status}`)
    return new Uint8Array(await response.arrayBuffer())
  } finally {
    clearTimeout(timer)
  }
}

/* A page that was opened from a disk may not fetch: there each file is also a script that hands over its bytes. */
const scriptBytes = url => new Promise(resolve => {
  const it = document.createElement('script')
  globalThis.gongkaiFile = text => { document.currentScript.bytes = Uint8Array.from(atob(text), c => c.charCodeAt(0)) }
  it.src = url.replace(/\.\w+$/, '.js')
  it.onload = it.onerror = () => { it.remove(); resolve(it.bytes ?? null) }
  document.head.append(it)
})

/* ---- queries ---- */

const MOST = { run: 64, symbols: 256, groups: 32, excluded: 8, query: 4096, chunks: 8, scored: 400, blocks: 64, unplaced: 4, clauseFile: 65536, spread: 2 ** 26, clauses: 2 ** 24 }
const QUOTES = [0x22, 0x201C, 0x201D, 0xFF02]
const FIELDS = [['标题', 'title'], ['title', 'title'], ['文号', 'number'], ['number', 'number'], ['部门', '=organ'], ['机关', '=organ'],
  ['机构', '=organ'], ['organ', '=organ'], ['年份', '=year'], ['年', '=year'], ['year', '=year'], ['有效性', '=validity'],
  ['validity', '=validity'], ['文种', '=kind'], ['体裁', '=kind'], ['kind', '=kind'], ['主题', '=topic'], ['topic', '=topic'],
  ['目录', '=catalog'], ['栏目', '=catalog'], ['catalog', '=catalog']].map(([name, field]) => [points(name), field])
const VALIDITY = {
  有效: ['effective', 'amended'], 现行有效: ['effective', 'amended'], 现行: ['effective', 'amended'], 已修改: ['amended'], 修改: ['amended'],
  废止: ['repealed'], 已废止: ['repealed'], 失效: ['expired'], 已失效: ['expired'], 无效: ['repealed', 'expired'], 未标注: ['unknown']
}
const sameSymbols = (a, b) => a.length === b.length && startsAt(a, 0, b)
const samePattern = (a, b) => sameSymbols(a.symbols, b.symbols) && !a.endsNumber === !b.endsNumber

/* A number without separators, 第 before a digit and a final 号. */
const compactNumber = symbols => {
  const letters = symbols.filter(it => it)
  return letters.filter((it, i) => !(it === 0x7B2C && isDigit(letters[i + 1]))
    && !(it === 0x53F7 && i === letters.length - 1 && i > 0 && isDigit(letters[i - 1])))
}
const numberKey = symbols => 'd' + binary(string(compactNumber(symbols)))
const parseNumber = symbols => {
  const text = compactNumber(symbols), digit = text.findIndex(isDigit), digits = text.slice(digit)
  if (digit < 0 || digit > 24 || !digits.every(isDigit) || digits.length < 5 || digits.length > 10) return null
  const century = string(digits.slice(0, 2)), code = text.slice(0, digit)
  if (century !== '19' && century !== '20' || code.length && !code.some(isHan)) return null
  if (!code.length && symbols.indexOf(0) !== 4) return null
  return { code, year: digits.slice(0, 4), serial: digits.slice(4) }
}

const runsOf = symbols => {
  const out = []
  for (let i = 0, start = 0; i <= symbols.length; i++) if (i === symbols.length || !symbols[i]) { if (i > start) out.push([start, i]); start = i + 1 }
  return out
}

/* Without `asNumber`, what can be a document number is words like others. */
const parseQuery = (whole, fold, synonyms, asNumber) => {
  const text = whole.slice(0, MOST.query)
  const query = { groups: [], excluded: [], facets: [], numbers: [], numberKey: null, truncated: whole.length > MOST.query }
  let at = 0, left = MOST.symbols, plain = true
  const takeMinus = () => {
    if (text[at] !== 0x2D && text[at] !== 0xFF0D || at + 1 >= text.length || isBreak(text[at + 1]) || fold(text[at + 1]).some(isDigit)) return false
    at++
    plain = false
    return true
  }
  const takeField = () => {
    for (const [name, field] of FIELDS) {
      const colon = at + name.length
      if (text[colon] !== 0x3A && text[colon] !== 0xFF1A) continue
      if (!name.every((it, i) => it === (text[at + i] >= 0x41 && text[at + i] <= 0x5A ? text[at + i] + 32 : text[at + i]))) continue
      let next = colon + 1
      while (next < text.length && isBreak(text[next])) next++
      if (next >= text.length) return null
      at = next
      plain = false
      return field
    }
    return null
  }
  const append = (group, exclude) => {
    const known = exclude ? query.excluded : query.groups
    if (known.some(it => samePattern(it.patterns[0], group.patterns[0]) && it.titleOnly === group.titleOnly)) return
    const size = group.patterns[0].symbols.length
    if (size > left || known.length >= (exclude ? MOST.excluded : MOST.groups)) { query.truncated = true; return }
    left -= size
    known.push(group)
  }
  const add = (from, to, phrase, exclude, field) => {
    const { symbols, origins } = normalize(text.slice(from, to), fold)
    if (!symbols.length) return
    if (!exclude && field?.[0] === '=') { query.facets.push({ name: field.slice(1), symbols, typed: string(text.slice(from, to)) }); return }
    if (!exclude && field === 'number') { query.numbers.push(numberKey(symbols)); return }
    const pieces = []
    if (phrase || exclude) pieces.push([0, symbols.length])
    else for (let [start, end] of runsOf(symbols)) {
      for (; end - start > MOST.run; start += MOST.run - 1) pieces.push([start, start + MOST.run])
      pieces.push([start, end])
    }
    for (const [start, end] of pieces) {
      append({
        typed: string(text.slice(from + origins[start], from + origins[end - 1] + 1)),
        patterns: [{ symbols: symbols.slice(start, end) }], titleOnly: field === 'title'
      }, exclude)
    }
  }
  for (;;) {
    while (at < text.length && isBreak(text[at])) at++
    if (at >= text.length) break
    const exclude = takeMinus(), field = takeField(), start = at
    const close = QUOTES.includes(text[at]) ? text.findIndex((it, i) => i > start && QUOTES.includes(it)) : -1
    if (close >= 0) {
      plain = false
      at = close + 1
      add(start + 1, close, true, exclude, field)
    } else {
      while (at < text.length && !isBreak(text[at])) at++
      add(start, at, false, exclude, field)
    }
  }
  const { symbols, origins } = plain && text.length <= 128 ? normalize(text, fold) : { symbols: [] }
  if (symbols.length <= MOST.run && symbols.some(isDigit)) {
    query.numberKey = numberKey(symbols)
    const parsed = parseNumber(symbols)
    if (asNumber && parsed?.code.length) {
      query.isNumber = true
      const pattern = { symbols: [...parsed.code, 0, ...parsed.year, 0, ...parsed.serial], endsNumber: true }
      query.groups = [{ typed: string(text.slice(origins[0], origins[origins.length - 1] + 1)), patterns: [pattern], titleOnly: false }]
    }
  }
  for (const group of query.groups) {
    const typed = group.patterns[0].symbols
    for (const words of synonyms) {
      for (const word of words) {
        const i = indexOf(typed, word)
        if (i < 0) continue
        for (const other of words) {
          if (sameSymbols(other, word) || group.patterns.length >= 8) continue
          const pattern = { symbols: [...typed.slice(0, i), ...other, ...typed.slice(i + word.length)] }
          if (!group.patterns.some(it => samePattern(it, pattern))) group.patterns.push(pattern)
        }
        break
      }
    }
  }
  return query
}

/* What has to be looked up for a pattern. */
const termsOf = ({ symbols }) => {
  const need = { characters: [], pairs: [], mixed: [], words: [], open: [] }
  const add = (list, a, b) => { if (!list.some(it => it[0] === a && it[1] === b)) list.push([a, b]) }
  for (const [start, end] of runsOf(symbols)) {
    if (end - start === 1 && isHan(symbols[start])) { need.characters.push(symbols[start]); continue }
    for (let i = start; i < end;) {
      if (i > start) add(isHan(symbols[i - 1]) && isHan(symbols[i]) ? need.pairs : need.mixed, symbols[i - 1], symbols[i])
      if (isHan(symbols[i])) { i++; continue }
      const from = i
      while (i < end && !isHan(symbols[i])) i++
      const word = symbols.slice(from, i), left = from === 0, right = i === symbols.length
      if (!left && !right && word.length <= LONGEST_WORD) { if (!need.words.some(it => sameSymbols(it, word))) need.words.push(word) }
      else need.open.push({ symbols: word, left, right, alone: from === start && i === end })
    }
  }
  return need
}

const FINALS = 'iang iong uang ang eng ian iao ing ong uai uan ai an ao ei en er ia ie in iu ou ua ue ui un uo ve a e i o u v'.split(' ')
const cutSyllables = letters => {
  const best = [], cost = [...letters].map(() => Infinity)
  cost.push(0)
  for (let i = letters.length - 1; i >= 0; i--) {
    const initial = /^(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])/.exec(letters.slice(i, i + 2))?.[0].length ?? 0
    for (const final of FINALS) {
      const size = initial + final.length
      if (!letters.startsWith(final, i + initial) || !initial && /^[iuv]/.test(final)) continue
      if (cost[i + size] + 1 < cost[i]) { cost[i] = cost[i + size] + 1; best[i] = size }
    }
  }
  if (!letters || cost[0] === Infinity) return null
  const out = []
  for (let i = 0; i < letters.length; i += best[i]) out.push(letters.slice(i, i + best[i]))
  return out
}

/* ---- scores ---- */

const SET_IMPACT = 8, TIER = 1e9
/** floor(1024 log2 n) in whole numbers, to about one unit. */
export const log2 = n => {
  const k = 31 - Math.clz32(n)
  let m = k > 15 ? n >>> k - 15 : n << 15 - k, result = k * 1024
  for (let bit = 512; bit >= 1; bit /= 2) {
    m = Math.floor(m * m / 32768)
    if (m >= 65536) { result += bit; m = Math.floor(m / 2) }
  }
  return result
}
const idfOf = (df, documents) => Math.max(1, log2(2 * documents + 2) - log2(2 * df + 1))

/* The terms of a query, looked up once each. */
class Lookup {
  constructor(index) { this.index = index; this.terms = []; this.places = new Map() }

  term(name, text, list) {
    if (this.places.has(name)) return this.places.get(name)
    if (!list) return -1
    const documents = this.index.manifest.documents
    let titles = 0
    for (const it of list.inTitle ?? []) titles += it
    this.places.set(name, this.terms.length)
    this.terms.push({ text, list, idf: idfOf(list.documents.length, documents), titleIdf: idfOf(titles, documents) })
    return this.terms.length - 1
  }

  /* Fetches what a pattern needs, all at once. */
  async load(pattern) {
    const { index } = this, { manifest } = index, need = termsOf(pattern)
    const pairs = list => Promise.all(list.map(([a, b]) => index.list(manifest.pair(a, b))))
    const word = it => index.list('w' + binary(string(it)))
    const open = async it => ({
      word: it, exact: await word(it.symbols),
      single: it.symbols.length === 1 && it.alone ? await index.list(manifest.character(it.symbols[0])) : null,
      containing: it.symbols.length > 2 ? await this.containing(it) : null
    })
    const [characters, pairLists, words, mixed, opens] = await Promise.all([
      Promise.all(need.characters.map(it => index.list(manifest.character(it)))), pairs(need.pairs),
      Promise.all(need.words.map(word)), pairs(need.mixed), Promise.all(need.open.map(open))])
    for (const it of opens) {
      if (it.word.symbols.length < 2 || it.containing) continue
      it.pairs = await pairs(it.word.symbols.slice(1).map((b, i) => [it.word.symbols[i], b]))
    }
    return { need, characters, pairLists, words, mixed, opens }
  }

  /* Documents with a word that contains the typed one where it may; null when too many files would be needed. */
  async containing({ symbols, left, right }) {
    const whole = binary(string(symbols)), start = binary(string(symbols.slice(0, LONGEST_SUFFIX)))
    let lists
    if (right || symbols.length > LONGEST_SUFFIX) {
      const found = await Promise.all([this.index.documents('w' + whole), left ? this.index.documents('s' + start) : []])
      if (found.includes(null)) return null
      lists = found.flat()
    } else {
      lists = (await Promise.all(['w', 's'].map(it => this.index.list(it + whole)))).filter(it => it).map(it => it.documents)
    }
    return union([...lists, []], this.index.manifest.documents)
  }

  resolve(pattern, titleOnly, { need, characters, pairLists, words, mixed, opens }) {
    const { symbols } = pattern
    const out = { pattern, lists: [], sets: [], scored: [], documents: [], impossible: false, unproved: titleOnly || symbols.length > 2 || !!pattern.endsNumber }
    const list = place => { if (place < 0) out.impossible = true; else { out.lists.push(place); out.scored.push(place) } }
    const set = documents => { if (documents) out.sets.push(documents); else out.impossible = true }
    const setTerm = (name, text, found, score) => {
      const place = this.term(name, text, found)
      set(place < 0 ? null : this.terms[place].list.documents)
      if (score && place >= 0) out.scored.push(place)
    }
    need.characters.forEach((it, i) => setTerm(`c${it}`, string([it]), characters[i], true))
    need.pairs.forEach(([a, b], i) => list(this.term(`p${a} ${b}`, string([a, b]), pairLists[i])))
    need.words.forEach((it, i) => list(this.term(`w${string(it)}`, string(it), words[i])))
    mixed.forEach(it => set(it?.documents))
    for (const { word, exact, single, containing, pairs } of opens) {
      const text = string(word.symbols)
      const place = this.term(`w${text}`, text, exact)
      if (place >= 0) out.scored.push(place)
      if (word.symbols.length === 1) {
        if (word.alone) setTerm(`c${word.symbols[0]}`, text, single, true)
      } else if (containing) {
        setTerm(`o${word.left}${word.right}${text}`, text, containing.length ? { documents: containing } : null, true)
        if (word.symbols.length === symbols.length && symbols.length <= LONGEST_SUFFIX && !pattern.endsNumber && !titleOnly) out.unproved = false
      } else {
        pairs.forEach((it, i) => {
          const [a, b] = [word.symbols[i], word.symbols[i + 1]]
          setTerm(`m${a} ${b}`, string([a, b]), it, word.symbols.length === 2 && word.alone)
        })
      }
    }
    out.titleOnly = titleOnly
    return out
  }

  /* Reads the clauses of common terms as far as they pay: of each pattern's two rarest terms. Then finds the documents. */
  async matchAll(patterns) {
    const wanted = new Set()
    for (const { impossible, lists } of patterns) {
      if (impossible) continue
      const rarest = lists.map(it => this.terms[it].list).sort((a, b) => a.documents.length - b.documents.length)
      for (const it of rarest.slice(0, 2)) if (it.file && it.file.size <= MOST.clauseFile) wanted.add(it)
    }
    await Promise.all([...wanted].map(it => this.index.place(it)))
    for (const it of patterns) this.match(it)
  }

  match(out) {
    const { titleOnly } = out
    const all = [...out.sets, ...out.lists.map(it => this.terms[it].list.documents)].sort((a, b) => a.length - b.length)
    if (out.impossible || !all.length) return
    let documents = all.slice(1).reduce(intersection, all[0])
    if (out.lists.length > 1 || titleOnly && out.lists.length) {
      const lists = out.lists.map(it => this.terms[it].list), at = lists.map(() => 0)
      documents = Array.from(documents).filter(document => {
        let common = null, titled = true
        lists.forEach((list, i) => {
          while (list.documents[at[i]] < document) at[i]++
          if (!list.inTitle[at[i]]) titled = false
          if (!list.starts || titleOnly) return
          const clauses = list.clauses.subarray(list.starts[at[i]], list.starts[at[i] + 1])
          common = common ? intersection(common, clauses) : clauses
        })
        return titleOnly ? titled : !common || common.length > 0
      })
    }
    out.documents = documents
  }

  /* Titles by pinyin: every two syllables, or every three initials. */
  async pinyin(letters) {
    const all = async keys => {
      const lists = await Promise.all(keys.map(it => this.index.list(it)))
      return lists.every(it => it) ? lists.map(it => it.documents).reduce(intersection) : []
    }
    const found = [], syllables = cutSyllables(letters)
    if (syllables?.length > 1) found.push(await all(syllables.slice(1).map((it, i) => `y${syllables[i]} ${it}`)))
    if (letters.length >= 3) found.push(await all([...letters].slice(2).map((_, i) => `i${letters.slice(i, i + 3)}`)))
    const documents = union([...found, []], this.index.manifest.documents)
    if (!documents.length) return null
    return {
      pattern: { symbols: [] }, lists: [], sets: [], scored: [this.term(`y${letters}`, letters, { documents })], documents, impossible: false, unproved: false
    }
  }

  isPlaced(pattern) { return pattern.lists.some(it => this.terms[it].list.starts) }

  /* The clauses of a document that hold all full lists of a pattern whose clauses were read. */
  clauses(pattern, document) {
    let common = null
    for (const it of pattern.lists) {
      const { list } = this.terms[it]
      if (!list.starts) continue
      const i = place(list.documents, document)
      if (i < 0) return []
      const clauses = list.clauses.subarray(list.starts[i], list.starts[i + 1])
      common = common ? intersection(common, clauses) : clauses
    }
    return common ?? []
  }
}

/* So many clauses that follow each other are near. */
const NEAR = 5

class Scorer {
  constructor(lookup, groups, sunk) {
    this.terms = lookup.terms
    this.sunk = sunk
    this.scored = [...new Set(groups.flatMap(patterns => patterns.flatMap(it => it.scored)))]
    const sum = places => [...new Set(places)].reduce((all, it) => all + this.terms[it].idf, 0)
    const typed = groups.flatMap(patterns => patterns[0].scored)
    this.sum = sum(typed)
    /* What can stand in one clause as far as clauses were read. */
    this.placedSum = sum(typed.filter(it => !this.terms[it].list.impacts || this.terms[it].list.starts))
    this.groups = groups.map(patterns => patterns.map(it => ({ documents: it.documents, idf: sum(it.scored) })))
  }

  candidates(documents, tier) {
    const out = Array.from(documents, document => ({ document, tier: tier(document), body: 0, titleSum: 0, titleCovered: 0, covered: 0, preliminary: 0 }))
    for (const it of this.scored) {
      const { list, idf, titleIdf } = this.terms[it]
      let j = 0
      for (const candidate of out) {
        while (j < list.documents.length && list.documents[j] < candidate.document) j++
        if (j === list.documents.length) break
        if (list.documents[j] !== candidate.document) continue
        candidate.covered += idf
        candidate.body += idf * (list.impacts ? list.impacts[j] : SET_IMPACT)
        if (list.inTitle?.[j]) { candidate.titleSum += titleIdf; candidate.titleCovered += idf }
      }
    }
    for (const it of out) it.preliminary = this.total(this.explain(it, 0, 0))
    return out
  }

  explanation(candidate, withTerms) {
    const best = Math.min(this.sum, this.clauseScores(candidate.document).reduce((most, it) => Math.max(most, it[1]), 0))
    const together = !best ? 0 : best >= this.placedSum ? 12 : this.near(candidate.document) >= this.placedSum ? 8 : 0
    const clause = this.sum ? Math.floor(2 * best * best / this.sum) + together * this.sum : 0
    let phrase = 0
    for (const group of this.groups) phrase += 3 * (group.find(it => contains(it.documents, candidate.document))?.idf ?? 0)
    const out = this.explain(candidate, clause, phrase)
    if (withTerms) {
      out.terms = this.scored.map(it => {
        const { text, list, idf } = this.terms[it], i = place(list.documents, candidate.document)
        return {
          text, documents: list.documents.length, idf, impact: i < 0 ? 0 : list.impacts ? list.impacts[i] : SET_IMPACT,
          inTitle: i >= 0 && !!list.inTitle?.[i]
        }
      })
    }
    return out
  }

  explain(candidate, clause, phrase) {
    const { sum } = this, covered = Math.min(candidate.titleCovered, sum)
    const named = candidate.tier === 3 || sum > 0 && covered === sum
    return {
      tier: candidate.tier, body: Math.floor(candidate.body * 11 / 80), title: sum ? Math.floor(3 * candidate.titleSum * covered / sum) : 0,
      clause, phrase, sunk: !named && contains(this.sunk, candidate.document), terms: []
    }
  }

  total({ tier, body, title, clause, phrase, sunk }) {
    const evidence = body + title + clause + phrase
    return tier * TIER + (sunk ? Math.floor(evidence / 2) : evidence)
  }

  /* [clause, evidence], ascending by clause. */
  clauseScores(document) {
    const sums = new Map()
    for (const it of this.scored) {
      const { list, idf } = this.terms[it]
      if (!list.starts) continue
      const i = place(list.documents, document)
      if (i < 0) continue
      for (let k = list.starts[i]; k < list.starts[i + 1]; k++) sums.set(list.clauses[k], (sums.get(list.clauses[k]) ?? 0) + idf)
    }
    return [...sums].sort((a, b) => a[0] - b[0])
  }

  /* The most evidence of NEAR clauses that follow each other: the items of an article are clauses of their own. */
  near(document) {
    const sums = new Map()
    let most = 0
    for (const it of this.scored) {
      const { list, idf } = this.terms[it], i = list.starts ? place(list.documents, document) : -1
      if (i < 0) continue
      let next = 0
      for (let k = list.starts[i]; k < list.starts[i + 1]; k++) {
        for (let first = Math.max(next, list.clauses[k] - NEAR + 1); first <= list.clauses[k]; first++) {
          const sum = (sums.get(first) ?? 0) + idf
          sums.set(first, sum)
          most = Math.max(most, sum)
        }
        next = list.clauses[k] + 1
      }
    }
    return most
  }

  /* Clauses with evidence, best first; the title only before the others when it is better than all of them. */
  bestClauses(document) {
    const scores = this.clauseScores(document), title = scores[0]?.[0] === 0 ? scores[0][1] : 0
    const body = scores.filter(it => it[0] > 0).sort((a, b) => b[1] - a[1] || a[0] - b[0])
    const clauses = body.map(it => it[0])
    return !title ? clauses : (body[0]?.[1] ?? 0) >= title ? [...clauses, 0] : [0, ...clauses]
  }
}

/* ---- snippets ---- */

const WIDTH = 96, LEAD = 18
const SENTENCE = points('。；！？\n'), COMMA = points('，,')

const marksIn = (text, groups, fold) => {
  const normal = normalize(text, fold), { symbols, origins } = normal, marked = new Uint8Array(text.length)
  for (const patterns of groups) {
    let found = patterns.flatMap(it => rangesIn(normal, it))
    if (!found.length && patterns.length) found = parts(patterns[0].symbols, symbols)
    for (const [start, end] of found) marked.fill(1, origins[start], origins[end - 1] + 1)
  }
  const out = []
  for (let i = 0; i < marked.length; i++) {
    if (!marked[i]) continue
    if (out.length && out[out.length - 1][1] === i) out[out.length - 1][1]++; else out.push([i, i + 1])
  }
  return out
}

/* The longest pieces of what was typed, two symbols at least, that stand in the text. */
const parts = (typed, symbols) => {
  const out = []
  for (let i = 0; i + 1 < symbols.length;) {
    let longest = 0
    for (let j = 0; j + 1 < typed.length; j++) {
      if (!typed[j] || typed[j] !== symbols[i]) continue
      let length = 1
      while (typed[j + length] && typed[j + length] === symbols[i + length]) length++
      longest = Math.max(longest, length)
    }
    if (longest > 1) out.push([i, i + longest])
    i += Math.max(1, longest)
  }
  return out
}

const piecesOf = (text, start, end, marks) => {
  const out = []
  const append = (from, to, marked, lead = '', tail = '') => {
    const whole = lead + string(text.slice(from, to).map(it => it === 0x0A || it === 0x09 ? 0x20 : it)) + tail
    if (whole) out.push({ text: whole, marked })
  }
  let at = start, lead = start > 0 ? '…' : ''
  for (const [from, to] of marks) {
    if (to <= start || from >= end) continue
    append(at, Math.max(from, start), false, lead)
    lead = ''
    at = Math.min(to, end)
    append(Math.max(from, start), at, true)
  }
  append(at, end, false, lead, end < text.length ? '…' : '')
  return out
}

const markAll = (text, groups, fold) => { const it = points(text); return piecesOf(it, 0, it.length, marksIn(it, groups, fold)) }

const cutSnippet = (whole, groups, fold) => {
  const text = points(whole), marks = marksIn(text, groups, fold)
  if (text.length <= WIDTH) return piecesOf(text, 0, text.length, marks)
  let first = 0, most = 0
  marks.forEach((mark, i) => {
    let inside = 0
    for (let k = i; k < marks.length; k++) if (marks[k][1] <= mark[0] + WIDTH - LEAD) inside++
    if (inside > most) { first = mark[0]; most = inside }
  })
  let start = Math.max(0, Math.min(first - LEAD, text.length - WIDTH))
  if (start > 0) {
    const last = set => { for (let i = first - 1; i >= Math.max(0, start - LEAD); i--) if (set.includes(text[i])) return i; return -1 }
    let end = last(SENTENCE)
    if (end < 0) end = last(COMMA)
    if (end >= 0) start = end + 1
  }
  while (start < text.length && text[start] <= 0x20) start++
  return piecesOf(text, start, Math.min(text.length, start + WIDTH), marks)
}

/* ---- answers ---- */

class Index {
  constructor(reader, root, manifest) {
    Object.assign(this, { reader, root, manifest, segment: root.segments[0].id })
    this.synonyms = root.synonyms.map(group => group.map(points))
    this.table = null
    /* Of a text of the site everything is known: what is not is a separator. */
    this.foldText = c => manifest.known.get(c) ?? rule(c) ?? [SEPARATOR]
    this.foldQuery = c => manifest.known.get(c) ?? rule(c) ?? this.table?.fold(c) ?? [SEPARATOR]
  }
  async prepare(text) {
    if (this.table || text.every(c => this.manifest.known.has(c) || rule(c))) return
    this.table = await this.reader.get(this.root.fold, bytes => new FoldTable(inflate(bytes)))
  }
  chunk(number) {
    return this.reader.get(`${this.segment}/c/${number >> 8}/${number}.bin`, bytes => new Chunk(bytes, number, this.manifest))
  }
  damaged(number, make, folder = 'c') {
    try { return make() } catch (error) {
      throw error instanceof Bad ? new SearchError('damaged', `${this.segment}/${folder}/${number >> 8}/${number}.bin`, 'impossible list') : error
    }
  }
  async list(key) {
    if (!this.manifest.has(key)) return null
    const number = this.manifest.chunk(key), chunk = await this.chunk(number)
    const i = before(chunk.keys.length, k => chunk.keys[k] < key)
    return chunk.keys[i] === key ? this.damaged(number, () => chunk.list(i, this.manifest)) : null
  }
  async documents(prefix) {
    const [from, to] = this.manifest.prefix(prefix)
    if (to - from > MOST.chunks) return null
    const numbers = Array.from({ length: to - from }, (_, i) => from + i), out = []
    const chunks = await Promise.all(numbers.map(it => this.chunk(it)))
    chunks.forEach((chunk, n) => chunk.keys.forEach((key, i) => {
      if (key.startsWith(prefix)) out.push(this.damaged(numbers[n], () => chunk.list(i, this.manifest)).documents)
    }))
    return out
  }
  /* Adds the clauses to a list that has them in a file of its own. */
  place(list) {
    const { number } = list.file
    return list.starts || this.reader.get(`${this.segment}/b/${number >> 8}/${number}.bin`, bytes => bytes)
      .then(bytes => this.damaged(number, () => clauseFile(bytes, list, this.manifest), 'b'))
  }
  block(document, number) {
    return this.reader.get(`${this.segment}/t/${document >> 8}/${document}-${number}.bin`, bytes => block(bytes, document, number, this.manifest))
  }
  async facet(name) {
    const number = this.root.facets.indexOf(name)
    if (number < 0) return null
    return this.reader.get(`${this.segment}/f/${number}.bin`, packed => {
      const bytes = inflate(packed), cursor = new Cursor(bytes)
      cursor.magic('GKV')
      return Array.from({ length: cursor.count() }, () => {
        const value = utf8.decode(cursor.take(cursor.count())), count = cursor.count(this.manifest.documents), length = cursor.count(), start = cursor.at
        cursor.take(length)
        return { value, documents: decode(bytes, start, start + length, count, 0, this.manifest).documents }
      })
    })
  }
}

class Answer {
  constructor(index, query, request) {
    Object.assign(this, { index, query, request, lookup: new Lookup(index), allowed: null, numbered: [] })
    this.size = index.manifest.documents
  }

  async resolve() {
    const { index, query, lookup } = this
    const load = groups => Promise.all(groups.map(group => Promise.all(group.patterns.map(it => lookup.load(it)))))
    const [loaded, excluded, numbered] = await Promise.all([
      load(query.groups), load(query.excluded), query.numberKey ? index.list(query.numberKey) : null, this.filter()])
    const build = (groups, all) => groups.map((group, g) => group.patterns.map((it, p) => lookup.resolve(it, group.titleOnly, all[g][p])))
    this.groups = build(query.groups, loaded)
    this.excluded = build(query.excluded, excluded).flat()
    await lookup.matchAll([...this.groups.flat(), ...this.excluded])
    this.numbered = numbered?.documents ?? []
    for (let i = 0; i < this.groups.length; i++) {
      const letters = this.letters(query.groups[i])
      if (!letters || this.groups[i].some(it => it.documents.length)) continue
      const found = await lookup.pinyin(letters)
      if (found) this.groups[i].push(found)
    }
  }

  letters({ patterns: [{ symbols }], titleOnly }) {
    return !titleOnly && symbols.length && symbols.every(it => it >= 0x61 && it <= 0x7A) ? string(symbols) : null
  }

  async joinPinyin() {
    const letters = this.query.groups.map(it => this.letters(it))
    if (letters.includes(null)) return false
    const found = await this.lookup.pinyin(letters.join('').slice(0, MOST.run))
    if (!found) return false
    this.query.groups = [{ typed: this.query.groups.map(it => it.typed).join(' '), patterns: [{ symbols: [] }], titleOnly: false }]
    this.groups = [[found]]
    return true
  }

  allow(lists) {
    const documents = union([...lists, []], this.size)
    this.allowed = this.allowed ? intersection(this.allowed, documents) : documents
  }

  async filter() {
    const { index, query } = this
    for (const [name, values] of this.request.filters) {
      const facet = await index.facet(name)
      this.allow((facet ?? []).filter(it => values.includes(it.value)).map(it => it.documents))
    }
    for (const { name, symbols, typed } of query.facets) {
      const wanted = name === 'validity' && Object.hasOwn(VALIDITY, typed) ? VALIDITY[typed] : [], facet = await index.facet(name) ?? []
      await index.prepare(facet.flatMap(it => points(it.value)))
      this.allow(facet.filter(it => wanted.includes(it.value)
        || indexOf(normalize(points(it.value), index.foldQuery).symbols, symbols) >= 0).map(it => it.documents))
    }
    for (const key of query.numbers) this.allow(await index.documents(key) ?? [])
  }

  restrict(documents) {
    let out = this.allowed ? intersection(documents, this.allowed) : documents
    for (const it of this.excluded) if (!it.unproved) out = subtract(out, it.documents)
    return out
  }

  /* All documents that have everything, as far as the lists tell. */
  full() {
    const lists = this.groups.map(patterns => union(patterns.map(it => it.documents), this.size))
    const { query } = this, filtered = query.facets.length || query.numbers.length || this.request.filters.length
    const documents = lists.length ? lists.reduce(intersection) : filtered ? this.allowed ?? [] : []
    return this.restrict(union([documents, this.numbered], this.size))
  }

  partial(scorer) {
    const { terms } = this.lookup
    let all = null
    for (const [pattern] of this.groups) {
      const lists = pattern.impossible ? [[]] : [...pattern.sets, ...pattern.lists.map(it => terms[it].list.documents)]
      for (const list of lists) all = all ? intersection(all, list) : list
    }
    const documents = this.restrict(union([...scorer.scored.map(it => terms[it].list.documents), []], this.size))
    const out = scorer.candidates(documents, it => contains(all ?? [], it) ? 1 : 0)
    const most = out.reduce((best, it) => Math.max(best, it.covered), 0)
    return out.filter(it => it.covered * 2 >= most)
  }

  order(candidates, scorer) {
    if (this.request.sort === 'date') return candidates
    const sorted = [...candidates].sort((a, b) => b.preliminary - a.preliminary || a.document - b.document)
    const best = sorted.slice(0, MOST.scored).map(it => [it, scorer.total(scorer.explanation(it))])
    best.sort((a, b) => b[1] - a[1] || a[0].document - b[0].document)
    return [...best.map(it => it[0]), ...sorted.slice(MOST.scored)]
  }

  async results() {
    const { query, request, index } = this
    let full = this.full()
    if (!full.length && this.groups.length > 1 && await this.joinPinyin()) full = this.full()
    const partial = !full.length && this.groups.length > 0
    const asksValidity = query.facets.some(it => it.name === 'validity') || request.filters.some(it => it[0] === 'validity')
    const scorer = new Scorer(this.lookup, this.groups, asksValidity ? [] : index.manifest.sunk)
    const candidates = partial ? this.partial(scorer) : scorer.candidates(full, it => contains(this.numbered, it) ? 3 : 2)
    const order = this.order(candidates, scorer), hits = []
    let dropped = 0, proved = true, at = Math.min(request.offset, order.length)
    await Promise.all(order.slice(at, at + request.limit).map(it =>
      index.block(it.document, (scorer.bestClauses(it.document)[0] ?? 0) >> index.manifest.blockShift)))
    while (at < order.length && hits.length < request.limit) {
      const candidate = order[at++]
      const located = await this.locate(candidate.document, scorer, partial || candidate.tier === 3)
      if (!located) { dropped++; continue }
      proved &&= located.proved
      hits.push(this.hit(candidate, located, scorer, partial))
    }
    const unproved = !partial && (this.groups.some(it => it.some(p => p.unproved)) || this.excluded.some(it => it.unproved))
    return {
      total: order.length - dropped, exact: !unproved || request.offset === 0 && at === order.length && proved, partial, hits,
      missing: partial ? hits[0]?.missing ?? query.groups.map(it => it.typed) : [], next: at < order.length ? at : null,
      facets: request.facets ? await this.counts(candidates) : [], truncated: query.truncated
    }
  }

  async counts(candidates) {
    const inside = new Uint8Array(this.size)
    for (const it of candidates) inside[it.document] = 1
    return Promise.all(this.index.root.facets.map(async name => {
      const values = (await this.index.facet(name)).map(({ value, documents }) => ({ value, count: documents.reduce((n, it) => n + inside[it], 0) }))
      return { name, values: values.filter(it => it.count).sort((a, b) => b.count - a.count) }
    }))
  }

  hit(candidate, { card, clause, anchor }, scorer, partial) {
    const explanation = scorer.explanation(candidate, true), groups = this.query.groups.map(it => it.patterns), fold = this.index.foldText
    return {
      id: card[0], source: card[1], url: card[2], anchor, title: card[3], markedTitle: markAll(card[3], groups, fold),
      documentNumber: card[4] || null, date: card[5] || null, organ: card[6] || null, validity: card[7] || 'unknown',
      score: scorer.total(explanation), snippet: cutSnippet(clause.text, groups, fold), path: clause.path,
      missing: partial ? this.query.groups.filter((_, i) => !this.groups[i].some(it => contains(it.documents, candidate.document))).map(it => it.typed) : [],
      explanation
    }
  }

  /* The best clause; null when the text does not have what the lists promised. */
  async locate(document, scorer, partial) {
    const { index } = this, shift = index.manifest.blockShift, best = scorer.bestClauses(document), seen = new Map()
    const look = async number => { if (!seen.has(number)) seen.set(number, await index.block(document, number)) }
    const has = (patterns, { clauses }) => clauses.some(it => patterns.some(p => matches(this.normal(it), p.pattern)))
    const find = async (titleOnly, patterns) => {
      const matching = patterns.filter(it => contains(it.documents, document))
      if (titleOnly) {
        await look(0)
        return matching.some(it => matches(this.normal(seen.get(0).clauses[0]), it.pattern)) ? 'found' : 'absent'
      }
      if ([...seen.values()].some(it => has(matching, it))) return 'found'
      const sure = matching.some(it => !it.unproved), placed = matching.every(it => this.lookup.isPlaced(it)), blocks = []
      if (sure && placed) return 'unplaced'
      for (const pattern of matching) {
        const clauses = this.lookup.clauses(pattern, document)
        for (const it of best) if (clauses.includes(it)) blocks.push(it >> shift)
        // Terms of what may not be there are no evidence: their clauses are not among the best.
        for (const it of clauses) if (!best.includes(it)) blocks.push(it >> shift)
      }
      if (!placed) for (let i = 0, last = Math.min(seen.values().next().value.size - 1 >> shift, seen.size + MOST.blocks); i <= last; i++) blocks.push(i)
      let left = sure ? MOST.unplaced : MOST.blocks
      for (const number of blocks) {
        if (seen.has(number)) continue
        if (!left--) return sure ? 'unplaced' : 'unknown'
        await look(number)
        if (has(matching, seen.get(number))) return 'found'
      }
      return sure ? 'unplaced' : 'absent'
    }
    await look((best[0] ?? 0) >> shift)
    let proved = true
    if (!partial) {
      for (let i = 0; i < this.groups.length; i++) {
        if (this.groups[i].some(it => !it.pattern.symbols.length)) continue
        const found = await find(this.query.groups[i].titleOnly, this.groups[i])
        if (found === 'absent') return null
        if (found === 'unknown') proved = false
      }
      for (const it of this.excluded) {
        if (it.unproved && contains(it.documents, document) && await find(false, [it]) === 'found') return null
      }
    }
    return this.choose(seen, document, scorer, proved)
  }

  normal(clause) { return clause.normal ??= normalize(points(clause.text), this.index.foldText) }

  /* Of the clauses at hand, the one with the most of what was typed, then of the most evidence. */
  choose(seen, document, scorer, proved) {
    const scores = new Map(scorer.clauseScores(document))
    let found = null
    for (const number of [...seen.keys()].sort((a, b) => a - b)) {
      const { first, clauses } = seen.get(number)
      clauses.forEach((clause, i) => {
        const literal = this.query.groups.filter(it => it.patterns.some(p => matches(this.normal(clause), p))).length
        const rank = [literal, first + i > 0 ? 1 : 0, scores.get(first + i) ?? 0]
        const more = found && (rank[0] - found.rank[0] || rank[1] - found.rank[1] || rank[2] - found.rank[2])
        if (!found || more > 0) found = { rank, clause, number: first + i }
      })
    }
    if (!found) return null
    const { anchor } = found.clause
    const clause = found.number === 0 ? seen.get(0).clauses[1] ?? found.clause : found.clause
    return { card: seen.values().next().value.card, clause, anchor, proved }
  }
}

/** Opens the index below `base` (the folder that holds root.json). `load(url, options)` may replace fetching: it gives the
    bytes of a file as a Uint8Array, or null when there is none. */
export const open = async (base, { load = globalThis.location?.protocol === 'file:' ? scriptBytes : fetchBytes } = {}) => {
  const reader = new Reader(new URL(base.endsWith('/') ? base : base + '/', globalThis.document?.baseURI ?? globalThis.location?.href), load)
  const root = await reader.get('root.json', bytes => {
    const it = JSON.parse(utf8.decode(bytes))
    if (it.format !== 'gongkai/search/3' || it.segments.length !== 1) throw new SearchError('unsupported', 'root.json', String(it.format))
    if (!/^[0-9a-f]+$/.test(it.segments[0].id) || !/^fold-[0-9a-f]+\.bin$/.test(it.fold) || !Array.isArray(it.synonyms) || ![it.facets, ...it.synonyms].every(list => Array.isArray(list) && list.every(word => typeof word === 'string'))) bad()
    return it
  }, { cache: 'no-cache' })
  const manifest = await reader.get(`${root.segments[0].id}/m.bin`, bytes => new Manifest(inflate(bytes)))
  const index = new Index(reader, root, manifest)
  let counted = [0, 0]
  return {
    documents: manifest.documents,
    /** Answers a query; see SearchResults in Sources/Search/Engine/SearchResults.swift for the fields. */
    async search(query, { limit = 10, offset = 0, filters = {}, sort = 'relevance', facets = false } = {}) {
      const text = points(String(query))
      await index.prepare(text.slice(0, MOST.query))
      const request = {
        limit: Math.max(0, limit), offset: Math.max(0, offset), sort, facets,
        filters: Object.entries(filters).filter(it => it[1]?.length)
      }
      const answer = async (asNumber, request) => {
        const query = parseQuery(text, index.foldQuery, index.synonyms, asNumber), answer = new Answer(index, query, request)
        await answer.resolve()
        return [await answer.results(), query.isNumber]
      }
      let [results, isNumber] = await answer(true, request)
      if (isNumber) {
        // What reads as a number that no document has is words: it may be cut off in the middle.
        const [first] = request.offset || !request.limit ? await answer(true, { ...request, offset: 0, limit: 1, facets: false }) : [results]
        if (first.partial || !first.total) [results] = await answer(false, request)
      }
      results.requests = reader.requests - counted[0]
      results.bytes = reader.bytes - counted[1]
      counted = [reader.requests, reader.bytes]
      return results
    }
  }
}

/** For tests: the parts that have vectors of their own. */
export const internals = { rule, Bits, FoldTable, Cursor, Manifest, Chunk, crc32, cutSyllables, parseNumber, points }
