/* The search engine of a Gongkai site: reads the index below search/ and answers queries. Nothing to install, no wasm, works under
   default-src 'self'. It gives the same answers, to the score, as `gongkai search`; the format and the rules are in
   docs/search-format.md.

     import { open } from 'gongkai-search.js'
     const engine = await open('/search/')
     const results = await engine.search('网格化管理', { limit: 10, offset: 0, filters: { year: ['2017'] }, sort: 'relevance' })

   A promise is rejected with a SearchError when a file of the index cannot be read; nothing else is thrown.

   This file is all that a query of Han words needs. The rest is loaded with the first query that asks for it: language.js for everything
   else that can be typed, fold.js for characters that the site does not have, disk.js in offline copies, inflate.js in browsers without
   DecompressionStream. */

/* Properties that no other file knows, which the published file has short names for:
   @mangle-props alphabet asked bestClauses block byte candidates card choose clauseScores clauses counts covered endsNumber events excluded explain failed
   file first foldText full gamma groups hit impacts impossible index interpolative isNumber joinPinyin known language lead left letters lists locate
   lookup match matchAll mean needed normal numberKey numbered order origins pattern patterns place placedSum places preliminary proved query rank
   reader request resolve restrict results rows scored segment sets sizes skip span spoken starts sum symbols table take term termsOf titleCovered titleIdf titleOnly
   titleSum titles typed units unproved varint weight */

/** Why a file could not be used: kind is missing, damaged, unreachable or unsupported. */
export class SearchError extends Error {
  constructor(kind, path, reason) {
    super(`${kind}: ${path}: ${reason}`)
    this.name = 'SearchError'
    this.kind = kind
    this.path = path
  }
}

const MOST_RUN = 64, MOST_SYMBOLS = 256, MOST_GROUPS = 32, MOST_EXCLUDED = 8, MOST_QUERY = 4096, MOST_SCORED = 400,
  MOST_BLOCKS = 64, MOST_UNPLACED = 4, MOST_CLAUSE_FILE = 32768, MOST_SPREAD = 2 ** 26, MOST_CLAUSES = 2 ** 24

/* ---- bytes and bits ---- */

const { floor, max, min } = Math, all = promises => Promise.all(promises)
const bad = () => { throw new Error('not as it was written') }
const utf8 = new TextDecoder()
const utf16 = new TextDecoder('utf-16le')

/* Reads the bytes of a file behind its magic; `end` when something else follows them. */
const cursorOf = (bytes, magic, end = bytes.length) => {
  let at = 0
  const left = () => end - at
  const byte = () => at < end ? bytes[at++] : bad()
  const varint = () => {
    for (let value = 0, scale = 1, shift = 0; ; shift += 7, scale *= 128) {
      const it = byte()
      if (shift > 49 || shift === 49 && it > 15) bad()
      value += (it & 127) * scale
      if (it < 128) return value
    }
  }
  const count = (limit = left()) => {
    const value = varint()
    return value <= limit ? value : bad()
  }
  const take = (size = count()) => size > left() ? bad() : bytes.subarray(at, at += size)
  for (const it of magic + '\x01') if (byte() !== it.charCodeAt(0)) bad()
  return { left, byte, varint, count, take }
}

/* The bits of bytes, most significant first. */
const bitsOf = bytes => {
  const end = bytes.length
  let next = 0, pending = 0, width = 0
  const bits = count => {
    if (count > 24) return bits(count - 16) * 65536 + bits(16)
    while (width < count) {
      if (next > end + 8) bad()
      pending = pending << 8 | (next < end ? bytes[next] : 0)
      next++
      width += 8
    }
    width -= count
    if (next - (width >> 3) > end) bad()
    const value = pending >>> width
    pending &= (1 << width) - 1
    return value
  }
  const gamma = () => {
    let k = 0
    while (!bits(1)) if (++k > 30) bad()
    return k ? 2 ** k + bits(k) : 1
  }
  const minimal = range => {
    if (!range) return 0
    const n = range + 1, k = 31 - Math.clz32(n)
    if (!(n & n - 1)) return bits(k)
    const short = 2 ** (k + 1) - n, half = (n - short) / 2 | 0
    let y = bits(k)
    if (y >= short) y = y * 2 + bits(1) - short
    return y + half < n ? y + half : y + half - n
  }
  const interpolative = (out, at, count, low, high) => {
    if (count <= 0) return out
    if (high - low + 1 < count) bad()
    if (high - low + 1 === count) {
      for (let i = 0; i < count; i++) out[at + i] = low + i
      return out
    }
    const m = count >> 1, least = low + m
    const value = out[at + m] = least + minimal(high - (count - 1 - m) - least)
    interpolative(out, at, m, low, value - 1)
    return interpolative(out, at + m + 1, count - 1 - m, value + 1, high)
  }
  /* `count` whole numbers below `size`, ascending. */
  const set = (count, size) => interpolative(new Int32Array(count), 0, count, 0, size - 1)
  /* How many there are. */
  const left = () => (end - next) * 8 + width
  return { gamma, interpolative, set, left }
}

const crc32 = (bytes, end) => {
  let c = ~0
  for (let i = 0; i < end; i++) {
    c ^= bytes[i]
    for (let k = 0; k < 8; k++) c = c & 1 ? c >>> 1 ^ 0xEDB88320 : c >>> 1
  }
  return ~c >>> 0
}

/* What `make` gives; when it fails, the error says so of the file. */
const guarded = async (path, make, kind = 'damaged') => {
  try { return await make() } catch (error) { throw error instanceof SearchError ? error : new SearchError(kind, path, error.message) }
}
/* A part of the engine that not every query needs. */
const part = load => guarded('gongkai-search', load, 'unreachable')

/* What a zlib stream (RFC 1950) holds. */
const inflate = async (bytes, limit = 2 ** 28) => {
  if (!globalThis.DecompressionStream) return (await part(() => import('./gongkai-search-inflate.js'))).inflate(bytes, limit)
  const pieces = [], stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate')).getReader()
  for (let size = 0, it; !(it = await stream.read()).done; pieces.push(it.value)) {
    if ((size += it.value.length) > limit) { stream.cancel(); bad() }
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer())
}

/* ---- characters ---- */

const SEPARATOR = 0, SPACE = 1, STOP = 0x2E
/* How many of `count` places at the front pass, when all that pass stand before all that do not. */
const before = (count, test) => {
  let low = 0
  while (low < count) { const middle = low + count >> 1; if (test(middle)) low = middle + 1; else count = middle }
  return low
}
/* Whether a number lies in ranges: [from, behind, from, behind …] */
const inside = (ranges, c) => before(ranges.length, i => ranges[i] <= c) % 2 > 0
const SPACES = [0x09, 0x0A, 0x20, 0x21, 0xA0, 0xA1, 0x1680, 0x1681, 0x2000, 0x200B, 0x202F, 0x2030, 0x205F, 0x2060, 0x3000, 0x3001]
const HAN = [0x3005, 0x3006, 0x3007, 0x3008, 0x3021, 0x302A, 0x3041, 0x3097, 0x309D, 0x30A0, 0x30A1, 0x30FB, 0x30FC, 0x3100, 0x3105, 0x3130,
  0x31A0, 0x31C0, 0x31F0, 0x3200, 0x3400, 0x4DC0, 0x4E00, 0xA000, 0xAC00, 0xD7A4, 0xF900, 0xFB00, 0x20000, 0x40000]
/* Separators beyond ASCII without which hardly any text is. */
const MARKS = [0x85, 0x86, 0x2010, 0x2024, 0x2028, 0x202A, 0x3001, 0x3004, 0x3008, 0x3021, 0xFFFD, 0xFFFE]
const isDigit = c => c >= 0x30 && c <= 0x39
const isBreak = c => c <= 0x20 || c === 0x85 || c === 0x2028 || c === 0x2029 || inside(SPACES, c)
const isHan = c => c > 0x3004 && (c > 0x4DFF && c < 0xA000 || inside(HAN, c))

const points = text => [...text].map(it => { const c = it.codePointAt(0); return c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c })
const string = symbols => { let out = ''; for (const it of symbols) out += String.fromCodePoint(it); return out }

/** What a character folds to when that needs no table. */
export const rule = c => {
  if (c > 0xFF00 && c < 0xFF5F) c -= 0xFEE0
  else if (inside(SPACES, c)) return [SPACE]
  return c === STOP ? [STOP]
    : c < 0x80 ? [isDigit(c) || c > 0x60 && c < 0x7B ? c : c > 0x40 && c < 0x5B ? c + 32 : SEPARATOR]
    : inside(MARKS, c) ? [SEPARATOR] : null
}

/* A text as the index sees it: folded letters, one 0 where a run ends; origins say which code point each came from. */
const normalize = (text, fold) => {
  const symbols = [], origins = []
  let gap = 0  // 1 space, 2 stop, 3 end
  text.forEach((c, i) => {
    for (const it of fold(c)) {
      if (it >= 0x30) {
        const last = symbols[symbols.length - 1]
        if (gap && last && (gap > 1 || !isHan(last) && !isHan(it))) {
          symbols.push(gap === 2 && isDigit(last) && isDigit(it) ? STOP : 0)
          origins.push(i)
        }
        gap = 0
        symbols.push(it)
        origins.push(i)
      } else gap = it === SPACE ? [1, 1, 3, 3][gap] : it === STOP && !gap ? 2 : 3
    }
  })
  return { symbols, origins }
}

const startsAt = (symbols, i, needle) => needle.every((it, k) => symbols[i + k] === it)
const indexOf = (symbols, needle, from = 0) => {
  for (let i = from; i + needle.length <= symbols.length; i++) if (symbols[i] === needle[0] && startsAt(symbols, i, needle)) return i
  return -1
}
const rangesIn = (symbols, pattern) => {
  const out = [], needle = pattern.symbols
  if (!needle.length) return out
  for (let i = 0; (i = indexOf(symbols, needle, i)) >= 0; i += needle.length) {
    const end = i + needle.length
    if (!pattern.endsNumber || !isDigit(symbols[end])) out.push([i, end])
  }
  return out
}
const matches = (symbols, pattern) => !pattern.symbols.length
  || (pattern.endsNumber ? rangesIn(symbols, pattern).length > 0 : indexOf(symbols, pattern.symbols) >= 0)
/* Where the runs of a text begin and end. */
const runsOf = symbols => {
  const out = []
  for (let i = 0, start = 0; i <= symbols.length; i++) if (!symbols[i]) { if (i > start) out.push([start, i]); start = i + 1 }
  return out
}

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
const place = (list, document) => { const i = before(list.length, k => list[k] < document); return list[i] === document ? i : -1 }
const contains = (list, document) => place(list, document) >= 0

/* ---- files of the index ---- */

/* The keys of one file together have at most MOST_SPREAD bytes; `spread` is what is left. */
const frontCoded = (cursor, last, spread) => {
  let out = last.slice(0, cursor.count(last.length))
  for (const it of cursor.take()) out += String.fromCharCode(it)
  return (spread[0] -= out.length) < 0 ? bad() : out
}

/* What a character of a text may fold to: a separator (32), the stop, or a symbol. */
const foldTarget = it => it === 0x20 ? SEPARATOR : it === STOP || it >= 0x30 && it < 0x40000 ? it : bad()

class Manifest {
  constructor(bytes) {
    const cursor = cursorOf(bytes, 'GKM'), spread = [MOST_SPREAD]
    const each = make => { for (let i = cursor.count(); i > 0; i--) make() }
    this.size = cursor.count(2 ** 24)
    this.clauses = min(cursor.count(2 ** 40), MOST_CLAUSES)
    this.shift = cursor.count(30)
    this.sizes = cursor.take(this.size)
    this.mean = max(1, floor(8 * this.sizes.reduce((sum, it) => sum + (it > 96 ? bad() : bound(it)), 0) / max(1, this.size)))
    /* For each row of numeric keys its first chunk, and how many there are; one without goes on in the last chunk before it. */
    this.rows = []
    this.numeric = 0
    this.labels = []
    this.alphabet = []
    this.known = new Map()
    let last = '', symbol = 0, source = 0
    each(() => {
      if ((symbol += cursor.varint()) >= 0x40000) bad()
      this.known.set(symbol, [symbol])
      this.alphabet.push(symbol)
    })
    for (let i = this.alphabet.length * 2; i >= 0; i--) {
      const count = cursor.count(2 ** 24)
      this.rows.push(this.numeric - !count, count || 1)
      this.numeric += count
    }
    each(() => this.labels.push(last = frontCoded(cursor, last, spread)))
    this.units = textUnits(cursor, this.alphabet, each)
    each(() => this.known.set(source += cursor.varint(), Array.from({ length: cursor.byte() }, () => foldTarget(cursor.varint()))))
    const sunk = cursor.count(this.size)
    this.sunk = bitsOf(cursor.take()).set(sunk, this.size)
    /* What the stream of a text block begins with: a stored block of what many texts say. */
    const size = this.skip = cursor.count(2 ** 15)
    this.lead = [120, 1, 0, size & 255, size >> 8, ~size, ~size >> 8, ...cursor.take(size)]
    if (cursor.left()) bad()
  }
  /* What a term weighs in a document of so many of its clauses. */
  weight(clauses, document) {
    const tf = 10 * this.mean * min(clauses, 1024)
    return min(16, max(1, Math.ceil(16 * tf / (tf + 3 * this.mean + 72 * bound(this.sizes[document])))))
  }
  /* The key of a character, or of two neighbours; -1 when no text has them. */
  key(a, b) {
    const size = this.alphabet.length, first = place(this.alphabet, a), second = place(this.alphabet, b)
    return b === undefined ? first : first < 0 || second < 0 ? -1 : size + first * size + second + (isHan(a) && isHan(b) ? 0 : size * size)
  }
  /* The number of the chunk that may have a key; -1 when none has. */
  chunk(key) {
    const { rows, numeric, labels, alphabet: { length } } = this, row = floor(key / length) * 2
    if (typeof key === 'number') return rows[row] + key % length % rows[row + 1]
    const i = before(labels.length, i => labels[i] <= key)
    return i ? i - 1 + numeric : -1
  }
  full(key) {
    const size = this.alphabet.length
    return typeof key === 'number' ? key >= size && key < size + size * size : key[0] === 'w'
  }
}

/* The most clauses of a document of this size. */
const bound = size => (4 + size % 4) * 2 ** (size >> 2)

/* The UTF-16 units of text blocks by their numbers. */
const textUnits = (cursor, alphabet, each) => {
  const groups = [[], [], [], [], []]
  const add = unit => {
    const group = groups[cursor.byte()]
    if (group) unit > 0 && unit <= 0xFFFF ? group.push(unit) : bad()
  }
  let unit = 0
  alphabet.forEach(add)
  each(() => { unit += cursor.varint(); add(unit > 0xFFFF ? bad() : unit) })
  const [first, ...others] = groups.map(it => it.sort((a, b) => a - b)), rest = others.flat(), out = new Uint16Array(240 + rest.length)
  if (first.length > 240 || rest.length > 3840) bad()
  out.set(first)
  out.set(rest, 240)
  return out
}

/* A unit of the first group is a byte, others are two; 255 is before a unit that has no number. */
const decodeText = (bytes, units) => {
  const out = new Uint16Array(bytes.length)
  let count = 0
  for (let i = 0; i < bytes.length; count++) {
    const byte = bytes[i++]
    if (byte < 255) out[count] = units[byte < 240 ? byte : 240 + (byte - 240) * 256 + bytes[i++]] || bad()
    else out[count] = (i += 2) > bytes.length ? bad() : bytes[i - 2] * 256 + bytes[i - 1]
  }
  return utf16.decode(out.subarray(0, count))
}

/* Where the CRC-32 begins that ends a file. */
const checked = bytes => {
  const end = bytes.length - 4
  return end >= 4 && new DataView(bytes.buffer, bytes.byteOffset + end, 4).getUint32(0, true) === crc32(bytes, end) ? end : bad()
}

/* The keys of a chunk, and what decodes their lists. */
const chunkOf = (bytes, number, manifest) => {
  const end = checked(bytes), cursor = cursorOf(bytes, 'GKC', end)
  const isNumeric = number < manifest.numeric, spread = [MOST_SPREAD], keys = [], lazy = []
  if (cursor.byte() !== (isNumeric ? 0 : 1) || cursor.varint() !== number) bad()
  let count = cursor.count(), at = cursor.count() + end - cursor.left(), key = isNumeric ? 0 : ''
  while (count-- > 0) {
    keys.push(key = isNumeric ? key + cursor.varint() : frontCoded(cursor, key, spread))
    const size = cursor.varint(), said = cursor.varint(), full = manifest.full(key), start = at, stop = at += full ? floor(said / 2) : said
    if (stop > end) bad()
    lazy.push(() => decode(bytes.subarray(start, stop), size, full ? said % 2 + 1 : 0, manifest))
  }
  return at === end ? { keys, lazy } : bad()
}

/* The list of a term: documents, and for full terms (kind 1, 2) impacts, whether titles have it, and the clauses from starts[i] to
   starts[i + 1], which of kind 2 are in a file of their own. */
const decode = (bytes, count, kind, manifest) => {
  if (count < 1 || count > manifest.size) bad()
  const stream = bitsOf(bytes), { gamma, set } = stream
  const file = kind === 2 && { number: gamma() - 1, size: gamma() }
  const ids = set(count, manifest.size)
  if (!kind) return { ids }
  const titles = new Uint8Array(count), list = { ids, titles, file }
  if (file) for (const it of set(min(gamma() - 1, count + 1), count)) titles[it] = 1
  else {
    placeClauses(list, stream, manifest)
    for (let i = 0; i < count; i++) titles[i] = list.clauses[list.starts[i]] ? 0 : 1
  }
  return list
}

const placeClauses = (list, stream, manifest) => {
  const { ids } = list, starts = new Int32Array(ids.length + 1), bounds = ids.map(it => bound(manifest.sizes[it]))
  if (ids.length > stream.left()) bad()
  const impacts = ids.map((it, i) => {
    const count = stream.gamma()
    if (count > bounds[i] || (starts[i + 1] = starts[i] + count) > manifest.clauses) bad()
    return manifest.weight(count, it)
  })
  const clauses = new Int32Array(starts[ids.length])
  bounds.forEach((it, i) => stream.interpolative(clauses, starts[i], starts[i + 1] - starts[i], 0, it - 1))
  Object.assign(list, { starts, clauses, impacts })
}

/* The clauses of a common term, from a file of their own. */
const clauseFile = (bytes, list, manifest) => {
  const cursor = cursorOf(bytes, 'GKB', checked(bytes)), { ids, file } = list
  if (cursor.varint() !== file.number || cursor.varint() !== ids.length) bad()
  placeClauses(list, bitsOf(cursor.take(cursor.left())), manifest)
}

const block = async (bytes, document, number, { shift, units, lead, skip }) => {
  const cursor = cursorOf(bytes, 'GKT')
  if (cursor.varint() !== document || cursor.varint() !== number) bad()
  const records = decodeText((await inflate(Uint8Array.from([...lead, ...cursor.take(cursor.left())]), 2 ** 26)).subarray(skip), units).split('\x1e').map(it => it.split('\x1f'))
  const card = records.shift(), count = (records.length - 1) / 2, first = number * 2 ** shift, size = Number(card[8])
  if (card.length !== 9 || count < 1 || count % 1 || records.pop().join() || !(size > first && size <= 2 ** 26)) bad()
  /* How much of the head before goes on in this one; 64 more in a clause that continues the one before. */
  const shared = (field, most, end) => {
    const it = field ? field.charCodeAt(0) - 0x30 : -1
    return it >= 0 && it < end && (it & 63) <= most ? it & 63 : bad()
  }
  let anchor = '', path = [card[3]], spread = 2 ** 24, place = first - 1
  const clauses = records.slice(0, count).map((head, i) => {
    const [text, ...more] = records[i + count]
    if (head.length !== 2 || more.length) bad()
    anchor = anchor.slice(0, shared(head[0], anchor.length, 128)) + head[0].slice(1)
    path = path.slice(0, shared(head[1], path.length, 64)).concat(head[1].length > 1 ? head[1].slice(1).split('\x1d') : [])
    place += head[0] < 'p'
    if ((spread -= anchor.length + path.length) < 0 || place < first) bad()
    return { place, anchor, path, text }
  })
  return { card, size, clauses }
}

/* A file's bytes, null when there is none. A server that does not answer in 30 seconds is dead. */
const fetchBytes = async (url, options) => {
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

/* Fetches each file once while it is in use. */
const readerOf = (base, load) => {
  const cache = new Map(), failed = new Set(), reader = { requests: 0, bytes: 0, get }
  /* What `read` makes of a file; a failure is not kept, so that it can be tried again. */
  function get(path, read, options) {
    const known = cache.get(path)
    if (known) return known
    // What failed once is not taken from the browser's cache again.
    const made = guarded(path, () => load(new URL(path, base).href, failed.has(path) ? { cache: 'reload' } : options), 'unreachable').then(bytes => {
      reader.requests++
      if (!bytes) throw new SearchError('missing', path, 'no such file')
      reader.bytes += bytes.length
      return guarded(path, () => read(bytes))
    })
    cache.set(path, made)
    if (cache.size > 3000) cache.delete(cache.keys().next().value)
    made.catch(() => { cache.delete(path); failed.add(path) })
    return made
  }
  return reader
}

class Index {
  constructor(reader, root, manifest) {
    const known = c => manifest.known.get(c) ?? rule(c)
    Object.assign(this, { reader, root, manifest, size: manifest.size, segment: root.segments[0].id })
    this.synonyms = root.synonyms.map(group => group.map(points))
    /* Of a text of the site everything is known: what is not is a separator. */
    this.foldText = c => known(c) ?? [SEPARATOR]
    this.foldQuery = c => known(c) ?? this.table?.(c) ?? [SEPARATOR]
    this.prepare = async text => {
      if (this.table || text.every(known)) return
      this.table = await reader.get(root.fold, async bytes => (await part(() => import('./gongkai-search-fold.js'))).foldOf(await inflate(bytes)))
    }
  }
  async language() {
    const { languageOf } = await part(() => import('./gongkai-search-language.js'))
    return this.spoken ??= languageOf(isHan, isDigit, isBreak, points, string, runsOf, (text, fold) => normalize(text, fold).symbols, indexOf, union, before, guarded)
  }
  path(folder, number, name = number) { return `${this.segment}/${folder}/${number >> 8}/${name}.bin` }
  chunk(number) { return this.reader.get(this.path('c', number), bytes => chunkOf(bytes, number, this.manifest)) }
  async list(key) {
    const number = key === -1 ? -1 : this.manifest.chunk(key)
    if (number < 0) return null
    const { keys, lazy } = await this.chunk(number), i = before(keys.length, k => keys[k] < key)
    return keys[i] === key ? guarded(this.path('c', number), lazy[i]) : null
  }
  /* Adds the clauses to a list that has them in a file of its own. */
  async place(list) {
    const path = this.path('b', list.file.number)
    if (!list.starts) await guarded(path, async () => clauseFile(await this.reader.get(path, bytes => bytes), list, this.manifest))
  }
  block(document, number) {
    return this.reader.get(this.path('t', document, `${document}-${number}`), bytes => block(bytes, document, number, this.manifest))
  }
  /* The values of a facet and their documents. */
  async facet(name) {
    const number = this.root.facets.indexOf(name)
    return number < 0 ? [] : this.reader.get(`${this.segment}/f/${number}.bin`, async packed => {
      const cursor = cursorOf(await inflate(packed), 'GKV')
      return Array.from({ length: cursor.count() }, () => {
        const value = utf8.decode(cursor.take()), count = cursor.count(this.size)
        return { value, ids: decode(cursor.take(), count, 0, this.manifest).ids }
      })
    })
  }
}

/* ---- queries ---- */

const same = (a, b) => a.length === b.length && startsAt(a, 0, b)
const samePattern = (a, b) => same(a.symbols, b.symbols) && !a.endsNumber === !b.endsNumber

/* Without `asNumber`, what can be a document number is words like others. */
const parseQuery = (text, { foldQuery: fold, synonyms }, language, asNumber) => {
  const query = { groups: [], excluded: [], asked: [], truncated: false }
  let left = MOST_SYMBOLS
  const append = (typed, symbols, titleOnly, exclude) => {
    const known = exclude ? query.excluded : query.groups, group = { typed, patterns: [{ symbols }], titleOnly }
    if (known.some(it => samePattern(it.patterns[0], group.patterns[0]) && it.titleOnly === titleOnly)) return
    if (symbols.length > left || known.length >= (exclude ? MOST_EXCLUDED : MOST_GROUPS)) { query.truncated = true; return }
    left -= symbols.length
    known.push(group)
  }
  const typedAt = (from, to) => string(text.slice(from, to))
  const items = language ? language.items(text, fold) : runsOf(text.map(it => isBreak(it) ? 0 : it))
  for (const [from, to, phrase, exclude, field] of items) {
    const { symbols, origins } = normalize(text.slice(from, to), fold), pieces = []
    if (!symbols.length) continue
    if (!exclude && field && field !== 'title') { query.asked.push([field, symbols, typedAt(from, to)]); continue }
    if (phrase || exclude) pieces.push([0, symbols.length])
    else for (let [start, end] of runsOf(symbols)) {
      for (; end - start > MOST_RUN; start += MOST_RUN - 1) pieces.push([start, start + MOST_RUN])
      pieces.push([start, end])
    }
    for (const [start, end] of pieces) append(typedAt(from + origins[start], from + origins[end - 1] + 1), symbols.slice(start, end), field === 'title', exclude)
  }
  if (language && text.length <= 128 && items.every(it => !it[2] && !it[3] && !it[4])) {
    const { symbols, origins } = normalize(text, fold), [key, exact] = language.number(symbols)
    query.numberKey = key
    query.isNumber = asNumber && exact
    if (query.isNumber) query.groups = [{ typed: typedAt(origins[0], origins[origins.length - 1] + 1), patterns: [{ symbols: exact, endsNumber: true }], titleOnly: false }]
  }
  for (const { patterns } of query.groups) for (const words of synonyms) addSynonyms(patterns, words)
  return query
}

/* What may stand for a pattern that has one of the words. */
const addSynonyms = (patterns, words) => {
  const typed = patterns[0].symbols, word = words.find(it => indexOf(typed, it) >= 0), i = word && indexOf(typed, word)
  for (const other of word ? words : []) {
    const pattern = { symbols: [...typed.slice(0, i), ...other, ...typed.slice(i + word.length)] }
    if (patterns.length < 8 && !same(other, word) && !patterns.some(it => samePattern(it, pattern))) patterns.push(pattern)
  }
}

/* Whether a query has more than Han words: a letter, a digit, or a mark that means something. */
const MEANING = points('"“”＂:：-－')
const isMoreThanHan = (text, fold) => text.some(c => MEANING.includes(c) || fold(c).some(it => it >= 0x30 && !isHan(it)))

/* ---- scores ---- */

const SET_IMPACT = 8, TIER = 1e9
/** floor(1024 log2 n) in whole numbers, to about one unit. */
export const log2 = n => {
  const k = 31 - Math.clz32(n)
  let m = k > 15 ? n >>> k - 15 : n << 15 - k, result = k * 1024
  for (let bit = 512; bit >= 1; bit /= 2) {
    m = floor(m * m / 32768)
    if (m >= 65536) { result += bit; m = floor(m / 2) }
  }
  return result
}

/* The terms of a query, looked up once each. */
class Lookup {
  constructor(index) { this.index = index; this.terms = []; this.places = new Map() }

  /* The place of a term, -1 when no document has it. */
  term(name, text, list) {
    const known = this.places.get(name), { size } = this.index
    if (known !== undefined || !list) return known ?? -1
    const idf = df => max(1, log2(2 * size + 2) - log2(2 * df + 1))
    this.places.set(name, this.terms.length)
    return this.terms.push({ text, list, idf: idf(list.ids.length), titleIdf: idf((list.titles ?? []).reduce((n, it) => n + it, 0)) }) - 1
  }

  /* Fetches what a pattern needs, all at once. */
  async load({ symbols }) {
    const { index } = this, characters = new Map(), pairs = new Map()
    for (const [start, end] of runsOf(symbols)) {
      for (let i = start; i < end; i++) {
        const a = symbols[i], b = symbols[i + 1]
        if (end - start === 1 && isHan(a)) characters.set(`c${a}`, [a])
        else if (i + 1 < end && isHan(a) && isHan(b)) pairs.set(`p${a} ${b}`, [a, b])
      }
    }
    const find = terms => all([...terms].map(async ([name, it]) => [name, string(it), await index.list(index.manifest.key(...it)), true]))
    const words = async () => symbols.some(it => it && !isHan(it)) && (await index.language()).words(symbols, index)
    return all([find(characters), find(pairs), words()])
  }

  resolve(pattern, titleOnly, [characters, pairs, words]) {
    const out = { pattern, titleOnly, lists: [], sets: [], scored: [], ids: [], unproved: titleOnly || pattern.symbols.length > 2 || !!pattern.endsNumber }
    /* A document has to have what is required; of full lists the clauses count. */
    const add = (name, text, list, isRequired, isFull, isScored) => {
      const place = this.term(name, text, list)
      if (place < 0) { out.impossible ||= isRequired; return }
      if (isFull) out.lists.push(place); else if (isRequired) out.sets.push(list.ids)
      if (isScored) out.scored.push(place)
    }
    for (const it of characters) add(...it, false, true)
    for (const it of pairs) add(...it, true, true)
    if (words && words(add) && !pattern.endsNumber && !titleOnly) out.unproved = false
    return out
  }

  /* Lists of everything that a pattern's documents have. */
  needed({ sets, lists }) { return [...sets, ...lists.map(it => this.terms[it].list.ids)] }

  /* Reads the clauses of common terms as far as they pay: when a pattern's rarest term is one. Then finds the documents. */
  async matchAll(patterns) {
    const rarest = patterns.filter(it => !it.impossible).map(({ lists }) =>
      lists.map(it => this.terms[it].list).sort((a, b) => a.ids.length - b.ids.length)[0])
    await all([...new Set(rarest)].map(it => it?.file?.size <= MOST_CLAUSE_FILE && this.index.place(it)))
    for (const it of patterns) this.match(it)
  }

  match(out) {
    const { titleOnly, impossible } = out, all = this.needed(out).sort((a, b) => a.length - b.length)
    if (impossible || !all.length) return
    let ids = all.reduce(intersection)
    if (out.lists.length > 1 || titleOnly && out.lists.length) {
      const lists = out.lists.map(it => this.terms[it].list), at = lists.map(() => 0)
      ids = Array.from(ids).filter(document => {
        let common = null, titled = true
        lists.forEach((list, i) => {
          while (list.ids[at[i]] < document) at[i]++
          if (!list.titles[at[i]]) titled = false
          if (!list.starts || titleOnly) return
          const clauses = list.clauses.subarray(list.starts[at[i]], list.starts[at[i] + 1])
          common = common ? intersection(common, clauses) : clauses
        })
        return titleOnly ? titled : !common || common.length > 0
      })
    }
    out.ids = ids
  }

  /* Titles by pinyin, as a pattern of one term. */
  async pinyin(letters) {
    const ids = await (await this.index.language()).pinyin(letters, this.index, intersection)
    return ids.length ? { pattern: { symbols: [] }, lists: [], sets: [], scored: [this.term(`y${letters}`, letters, { ids })], ids } : null
  }

  /* The clauses of a document that hold all full lists of a pattern whose clauses were read. */
  clauses(pattern, document) {
    let common = null
    for (const it of pattern.lists) {
      const { list } = this.terms[it]
      if (!list.starts) continue
      const i = place(list.ids, document)
      if (i < 0) return []
      const clauses = list.clauses.subarray(list.starts[i], list.starts[i + 1])
      common = common ? intersection(common, clauses) : clauses
    }
    return common ?? []
  }
}

class Scorer {
  constructor(lookup, groups, sunk) {
    this.terms = lookup.terms
    this.sunk = sunk
    this.scored = [...new Set(groups.flatMap(patterns => patterns.flatMap(it => it.scored)))]
    const sum = places => [...new Set(places)].reduce((all, it) => all + this.terms[it].idf, 0)
    const typed = groups.flatMap(patterns => patterns[0].scored)
    this.sum = sum(typed)
    /* What can stand in one clause as far as clauses were read. */
    this.placedSum = sum(typed.filter(it => !this.terms[it].list.titles || this.terms[it].list.starts))
    this.groups = groups.map(patterns => patterns.map(it => ({ ids: it.ids, idf: sum(it.scored) })))
  }

  candidates(ids, tier) {
    const out = Array.from(ids, id => ({ id, tier: tier(id), body: 0, titleSum: 0, titleCovered: 0, covered: 0 }))
    for (const it of this.scored) {
      const { list, idf, titleIdf } = this.terms[it]
      let j = 0
      for (const candidate of out) {
        while (j < list.ids.length && list.ids[j] < candidate.id) j++
        if (list.ids[j] !== candidate.id) continue
        candidate.covered += idf
        candidate.body += idf * (list.impacts ? list.impacts[j] : SET_IMPACT)
        if (list.titles?.[j]) { candidate.titleSum += titleIdf; candidate.titleCovered += idf }
      }
    }
    for (const it of out) it.preliminary = this.total(this.explain(it, 0, 0))
    return out
  }

  explanation(candidate) {
    const { id: document } = candidate, { sum } = this
    const best = min(sum, this.clauseScores(document).reduce((most, it) => max(most, it[1]), 0))
    // All in one clause, or in few that follow each other, as those of a long article.
    const together = !best ? 0 : best >= this.placedSum ? 16 : max(0, 10 - this.span(document))
    const clause = sum ? floor(2 * best * best / sum) + together * sum : 0
    return this.explain(candidate, clause, this.groups.reduce((all, group) => all + 3 * (group.find(it => contains(it.ids, document))?.idf ?? 0), 0))
  }

  /* What each term of the query has to do with a document. */
  termsOf(document) {
    return this.scored.map(it => {
      const { text, list, idf } = this.terms[it], i = place(list.ids, document)
      return { text, documents: list.ids.length, idf, impact: i < 0 ? 0 : list.impacts ? list.impacts[i] : SET_IMPACT, inTitle: i >= 0 && !!list.titles?.[i] }
    })
  }

  explain({ id, tier, body, titleSum, titleCovered }, clause, phrase) {
    const { sum } = this, covered = min(titleCovered, sum)
    return {
      tier, body: floor(body * 11 / 80), title: sum ? floor(3 * titleSum * covered / sum) : 0, clause, phrase,
      sunk: tier !== 3 && !(sum > 0 && covered === sum) && contains(this.sunk, id)
    }
  }

  total({ tier, body, title, clause, phrase, sunk }) {
    const evidence = body + title + clause + phrase
    return tier * TIER + (sunk ? floor(evidence * 3 / 4) : evidence)
  }

  /* [clause, term] of a document, ascending by clause. */
  events(document) {
    const out = []
    for (const it of this.scored) {
      const { list: { ids, starts, clauses } } = this.terms[it], i = starts ? place(ids, document) : -1
      if (i >= 0) for (const clause of clauses.subarray(starts[i], starts[i + 1])) out.push([clause, it])
    }
    return out.sort((a, b) => a[0] - b[0])
  }

  /* [clause, evidence], ascending by clause. */
  clauseScores(document) {
    const sums = new Map()
    for (const [clause, it] of this.events(document)) sums.set(clause, (sums.get(clause) ?? 0) + this.terms[it].idf)
    return [...sums]
  }

  /* The fewest clauses that follow each other and have everything together. */
  span(document) {
    const events = this.events(document), counts = {}
    let fewest = Infinity, sum = 0, first = 0
    for (const [clause, it] of events) {
      if ((counts[it] = (counts[it] ?? 0) + 1) === 1) sum += this.terms[it].idf
      while (sum >= this.placedSum) {
        const [from, left] = events[first++]
        fewest = min(fewest, clause - from + 1)
        if (!--counts[left]) sum -= this.terms[left].idf
      }
    }
    return fewest
  }

  /* Clauses with evidence, best first; the title only before the others when it is better than all of them. */
  bestClauses(document) {
    const scores = this.clauseScores(document), title = scores[0]?.[0] === 0 ? scores.shift()[1] : 0
    const best = scores.sort((a, b) => b[1] - a[1] || a[0] - b[0]), clauses = best.map(it => it[0])
    return !title ? clauses : (best[0]?.[1] ?? 0) >= title ? [...clauses, 0] : [0, ...clauses]
  }
}

/* ---- snippets ---- */

const WIDTH = 96, LEAD = 18
const SENTENCE = points('。；！？\n'), COMMA = points('，,')

const marksIn = (text, groups, fold) => {
  const { symbols, origins } = normalize(text, fold), out = []
  const marked = new Uint8Array(text.length + 1)
  for (const patterns of groups) {
    let found = patterns.flatMap(it => rangesIn(symbols, it))
    if (!found.length && patterns.length) found = parts(patterns[0].symbols, symbols)
    for (const [start, end] of found) marked.fill(1, origins[start], origins[end - 1] + 1)
  }
  for (let i = 0, start = 0; i <= text.length; i++) {
    if (marked[i]) continue
    if (i > start) out.push([start, i])
    start = i + 1
  }
  return out
}

/* The longest pieces of what was typed, two symbols at least, that stand in the text. */
const parts = (typed, symbols) => {
  const out = []
  for (let i = 0; i + 1 < symbols.length;) {
    let longest = 0
    for (let j = 0; j + 1 < typed.length; j++) {
      let length = 0
      while (typed[j + length] && typed[j + length] === symbols[i + length]) length++
      longest = max(longest, length)
    }
    if (longest > 1) out.push([i, i + longest])
    i += max(1, longest)
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
    append(at, max(from, start), false, lead)
    lead = ''
    at = min(to, end)
    append(max(from, start), at, true)
  }
  append(at, end, false, lead, end < text.length ? '…' : '')
  return out
}

const cutSnippet = (whole, groups, fold, width = WIDTH) => {
  const text = points(whole), marks = marksIn(text, groups, fold)
  if (text.length <= width) return piecesOf(text, 0, text.length, marks)
  let first = 0, most = 0
  marks.forEach((mark, i) => {
    let inside = 0
    for (let k = i; k < marks.length; k++) if (marks[k][1] <= mark[0] + WIDTH - LEAD) inside++
    if (inside > most) { first = mark[0]; most = inside }
  })
  let start = max(0, min(first - LEAD, text.length - WIDTH))
  if (start > 0) {
    const last = set => { for (let i = first - 1; i >= max(0, start - LEAD); i--) if (set.includes(text[i])) return i + 1; return 0 }
    start = last(SENTENCE) || last(COMMA) || start
  }
  while (start < text.length && text[start] <= 0x20) start++
  return piecesOf(text, start, min(text.length, start + WIDTH), marks)
}

/* ---- answers ---- */

/* What is known of a pattern and a document: its text has it, the lists promise it, neither, or too much would have to be read. */
const FOUND = 1, PROMISED = 2, ABSENT = 3, UNKNOWN = 4

class Answer {
  constructor(index, query, request) {
    Object.assign(this, { index, query, request, size: index.size, lookup: new Lookup(index), allowed: null })
    this.patterns = query.groups.map(it => it.patterns)
  }

  async resolve() {
    const { index, query, lookup } = this
    const load = groups => all(groups.map(group => all(group.patterns.map(it => lookup.load(it)))))
    const [loaded, excluded, numbered] = await all([
      load(query.groups), load(query.excluded), query.numberKey ? index.list(query.numberKey) : null, this.filter()])
    const build = (groups, all) => groups.map((group, g) => group.patterns.map((it, p) => lookup.resolve(it, group.titleOnly, all[g][p])))
    this.groups = build(query.groups, loaded)
    this.excluded = build(query.excluded, excluded).flat()
    await lookup.matchAll([...this.groups.flat(), ...this.excluded])
    this.numbered = numbered?.ids ?? []
    for (let i = 0; i < this.groups.length; i++) {
      const letters = this.letters(query.groups[i]), group = this.groups[i]
      const found = letters && !group.some(it => it.ids.length) && await lookup.pinyin(letters)
      if (found) group.push(found)
    }
  }

  letters({ patterns: [{ symbols }], titleOnly }) {
    return !titleOnly && symbols.length && symbols.every(it => it >= 0x61 && it <= 0x7A) ? string(symbols) : null
  }

  async joinPinyin() {
    const { groups } = this.query, letters = groups.map(it => this.letters(it))
    const found = !letters.includes(null) && await this.lookup.pinyin(letters.join('').slice(0, MOST_RUN))
    if (!found) return false
    this.query.groups = [{ typed: groups.map(it => it.typed).join(' '), patterns: [{ symbols: [] }] }]
    this.patterns = [this.query.groups[0].patterns]
    this.groups = [[found]]
    return true
  }

  async filter() {
    const { index, query, request, size } = this
    const allow = lists => {
      const ids = union([...lists, []], size)
      this.allowed = this.allowed ? intersection(this.allowed, ids) : ids
    }
    for (const [name, values] of request.filters) allow((await index.facet(name)).filter(it => values.includes(it.value)).map(it => it.ids))
    if (query.asked.length) for (const it of await (await index.language()).allowed(query.asked, index)) allow(it)
  }

  restrict(ids) {
    let out = this.allowed ? intersection(ids, this.allowed) : ids
    for (const it of this.excluded) if (!it.unproved) out = out.filter(document => !contains(it.ids, document))
    return out
  }

  /* All documents that have everything, as far as the lists tell. */
  full() {
    const { query, request, size } = this, lists = this.groups.map(patterns => union(patterns.map(it => it.ids), size))
    const filtered = query.asked.length || request.filters.length
    return this.restrict(union([lists.length ? lists.reduce(intersection) : filtered ? this.allowed ?? [] : [], this.numbered], size))
  }

  partial(scorer) {
    const { lookup, size } = this
    const lists = this.groups.flatMap(([it]) => it.impossible ? [[]] : lookup.needed(it)), all = lists.length ? lists.reduce(intersection) : []
    const ids = this.restrict(union([...scorer.scored.map(it => lookup.terms[it].list.ids), []], size))
    const out = scorer.candidates(ids, it => contains(all, it) ? 1 : 0)
    const most = out.reduce((best, it) => max(best, it.covered), 0)
    return out.filter(it => it.covered * 2 >= most)
  }

  order(candidates, scorer) {
    if (this.request.sort === 'date') return candidates
    const sorted = [...candidates].sort((a, b) => b.preliminary - a.preliminary || a.id - b.id)
    const best = sorted.slice(0, MOST_SCORED).map(it => [it, scorer.total(scorer.explanation(it))])
    best.sort((a, b) => b[1] - a[1] || a[0].id - b[0].id)
    return [...best.map(it => it[0]), ...sorted.slice(MOST_SCORED)]
  }

  async results() {
    const { query, request, index } = this
    let full = this.full()
    if (!full.length && this.groups.length > 1 && await this.joinPinyin()) full = this.full()
    const partial = !full.length && this.groups.length > 0
    const asksValidity = query.asked.some(it => it[0] === '=validity') || request.filters.some(it => it[0] === 'validity')
    const scorer = new Scorer(this.lookup, this.groups, asksValidity ? [] : index.manifest.sunk)
    const candidates = partial ? this.partial(scorer) : scorer.candidates(full, it => contains(this.numbered, it) ? 3 : 2)
    const order = this.order(candidates, scorer), hits = []
    let dropped = 0, proved = true, at = min(request.offset, order.length)
    await all(order.slice(at, at + request.limit).map(it =>
      index.block(it.id, (scorer.bestClauses(it.id)[0] ?? 0) >> index.manifest.shift)))
    while (at < order.length && hits.length < request.limit) {
      const candidate = order[at++]
      const located = await this.locate(candidate.id, scorer, partial || candidate.tier === 3)
      if (!located) { dropped++; continue }
      proved &&= located.proved
      hits.push(this.hit(candidate, located, scorer, partial))
    }
    const unproved = !partial && [...this.groups.flat(), ...this.excluded].some(it => it.unproved)
    return {
      total: order.length - dropped, exact: !unproved || request.offset === 0 && at === order.length && proved, partial, hits,
      missing: partial ? hits[0]?.missing ?? query.groups.map(it => it.typed) : [], next: at < order.length ? at : null,
      facets: request.facets ? await this.counts(candidates) : [], truncated: query.truncated
    }
  }

  async counts(candidates) {
    const inside = new Uint8Array(this.size)
    for (const it of candidates) inside[it.id] = 1
    return all(this.index.root.facets.map(async name => {
      const values = (await this.index.facet(name)).map(({ value, ids }) => ({ value, count: ids.reduce((n, it) => n + inside[it], 0) }))
      return { name, values: values.filter(it => it.count).sort((a, b) => b.count - a.count) }
    }))
  }

  hit(candidate, { card, clause, anchor }, scorer, partial) {
    const explanation = { ...scorer.explanation(candidate), terms: scorer.termsOf(candidate.id) }, fold = this.index.foldText
    const [id, source, url, title, documentNumber, date, organ, validity] = card.map((it, i) => it || (i < 4 ? '' : null))
    return {
      id, source, url, anchor, title, markedTitle: cutSnippet(title, this.patterns, fold, Infinity), documentNumber, date, organ, validity: validity ?? 'unknown', score: scorer.total(explanation),
      snippet: cutSnippet(clause.text, this.patterns, fold), path: clause.path,
      missing: partial ? this.query.groups.filter((_, i) => !this.groups[i].some(it => contains(it.ids, candidate.id))).map(it => it.typed) : [],
      explanation
    }
  }

  /* The best clause; null when the text does not have what the lists promised. */
  async locate(document, scorer, partial) {
    const { index, lookup } = this, { shift } = index.manifest, best = scorer.bestClauses(document), seen = new Map()
    const look = async number => { if (!seen.has(number)) seen.set(number, await index.block(document, number)) }
    const has = (patterns, { clauses }) => clauses.some(it => patterns.some(p => matches(this.normal(it), p.pattern)))
    const find = async (titleOnly, patterns) => {
      const matching = patterns.filter(it => contains(it.ids, document))
      if (titleOnly) {
        await look(0)
        return matching.some(it => matches(this.normal(seen.get(0).clauses[0]), it.pattern)) ? FOUND : ABSENT
      }
      if ([...seen.values()].some(it => has(matching, it))) return FOUND
      const sure = matching.some(it => !it.unproved), placed = matching.every(it => it.lists.some(it => lookup.terms[it].list.starts)), blocks = []
      if (sure && placed) return PROMISED
      for (const pattern of matching) {
        const clauses = lookup.clauses(pattern, document)
        // Terms of what may not be there are no evidence: their clauses are not among the best.
        for (const it of [...best.filter(it => clauses.includes(it)), ...clauses]) blocks.push(it >> shift)
      }
      if (!placed) for (let i = 0, last = min(seen.values().next().value.size - 1 >> shift, seen.size + MOST_BLOCKS); i <= last; i++) blocks.push(i)
      let left = sure ? MOST_UNPLACED : MOST_BLOCKS
      for (const number of blocks) {
        if (seen.has(number)) continue
        if (!left--) return sure ? PROMISED : UNKNOWN
        await look(number)
        if (has(matching, seen.get(number))) return FOUND
      }
      return sure ? PROMISED : ABSENT
    }
    await look((best[0] ?? 0) >> shift)
    let proved = true
    if (!partial) {
      for (let i = 0; i < this.groups.length; i++) {
        if (this.groups[i].some(it => !it.pattern.symbols.length)) continue
        const found = await find(this.query.groups[i].titleOnly, this.groups[i])
        if (found === ABSENT) return null
        if (found === UNKNOWN) proved = false
      }
      for (const it of this.excluded) {
        if (it.unproved && contains(it.ids, document) && await find(false, [it]) === FOUND) return null
      }
    }
    return this.choose(seen, document, scorer, proved)
  }

  normal(clause) { return clause.normal ??= normalize(points(clause.text), this.index.foldText).symbols }

  /* Of the clauses at hand, the one with the most of what was typed, then of the most evidence. */
  choose(seen, document, scorer, proved) {
    const scores = new Map(scorer.clauseScores(document))
    let found = null
    for (const number of [...seen.keys()].sort((a, b) => a - b)) {
      for (const clause of seen.get(number).clauses) {
        const literal = this.patterns.filter(it => it.some(p => matches(this.normal(clause), p))).length
        const rank = (literal * 2 + (clause.place > 0)) * 2 ** 40 + (scores.get(clause.place) ?? 0)
        if (!(rank <= found?.rank)) found = { rank, clause }
      }
    }
    if (!found) return null
    const { clause } = found
    return { card: seen.values().next().value.card, clause: clause.place ? clause : seen.get(0).clauses[1] ?? clause, anchor: clause.anchor, proved }
  }
}

/** Opens the index below `base` (the folder that holds root.json). `load(url, options)` may replace fetching: it gives the
    bytes of a file as a Uint8Array, or null when there is none. */
export const open = async (base, { load } = {}) => {
  const { location, document } = globalThis
  const onDisk = !load && location?.protocol === 'file:' && await part(() => import('./gongkai-search-disk.js'))
  const reader = readerOf(new URL(base.endsWith('/') ? base : base + '/', document?.baseURI ?? location?.href), load ?? (onDisk?.load || fetchBytes))
  const root = await reader.get('root.json', bytes => {
    const it = JSON.parse(utf8.decode(bytes))
    if (it.format !== 'gongkai/search/6' || it.segments.length !== 1) throw new SearchError('unsupported', 'root.json', it.format)
    const areWords = it.synonyms.concat([it.facets]).every(list => list.every(word => typeof word === 'string'))
    if (!areWords || !/^[0-9a-f]+$/.test(it.segments[0].id) || !/^fold-[0-9a-f]+\.bin$/.test(it.fold)) bad()
    return it
  }, { cache: 'no-cache' })
  const index = new Index(reader, root, await reader.get(`${root.segments[0].id}/m.bin`, async bytes => new Manifest(await inflate(bytes))))
  return {
    documents: index.size,
    /** Answers a query; see SearchResults in Sources/Search/Engine/SearchResults.swift for the fields. */
    async search(query, { limit = 10, offset = 0, filters = {}, sort, facets = false } = {}) {
      const text = points(String(query)), read = text.slice(0, MOST_QUERY)
      await index.prepare(read)
      const request = {
        limit: max(0, limit), offset: max(0, offset), sort, facets, filters: Object.entries(filters).filter(it => it[1]?.length)
      }
      const language = isMoreThanHan(read, index.foldQuery) && await index.language()
      const answer = async (asNumber, request) => {
        const query = parseQuery(read, index, language, asNumber), it = new Answer(index, query, request)
        query.truncated ||= read.length < text.length
        await it.resolve()
        return [await it.results(), query.isNumber]
      }
      const results = language ? await language.answer(answer, request) : (await answer(false, request))[0]
      const { requests, bytes } = reader
      reader.requests = reader.bytes = 0
      return { ...results, requests, bytes }
    }
  }
}
