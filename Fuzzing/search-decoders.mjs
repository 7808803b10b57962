/* Changes files of a search index and asks the browser's engine (themes/default/assets/gongkai-search*.js) about them.

     node Fuzzing/search-decoders.mjs [SECONDS] [SEED]      runs until the time is used up, a line every few seconds
     node Fuzzing/search-decoders.mjs --only SEED ROUND     one round again, with the stack of what it threw

   `fuzz` below needs neither node nor a file, so that the page tests run a bounded piece of it in Chromium. A round depends on
   its seed and number alone. What has to hold: a promise is rejected with a SearchError or nothing; a file that was changed without
   making its checksum right again gives an error or the answers of the whole index; no round takes long or much memory. */

/* SplitMix32. */
const generator = seed => () => {
  seed = seed + 0x9E3779B9 | 0
  let z = Math.imul(seed ^ seed >>> 16, 0x21F0AAAD)
  z = Math.imul(z ^ z >>> 15, 0x735A2D97)
  return (z ^ z >>> 15) >>> 0
}

const QUERIES = ['网格化管理', '公共租赁住房 申请条件', 'pm2', '部门:住建局 通知', '示府〔2020〕3号', '文号:示府', 'xzxk', 'gonggong zulin', '的',
  '"公共租赁住房" -行政许可', '标题:通知', '公共租赁住房如何申请', '鱷魚', '年:2020', 'covid-19', '社保', 'x', '2017', '網格化管理', '有效性:有效']
const WORDS = [null, {}, [], [[]], -1, '', 2 ** 53, true, '__proto__', [1, 2], '../x', ['', ''], [null], 0.5, 'x'.repeat(1000)]
const BIG = [[0xFF, 0xFF, 0xFF, 0xFF, 0x0F], [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F], [0x80, 0x80, 0x80, 0x08], [0xFF, 0x7F],
  [0x1E, 0], [0x1F, 0], [0x1D, 0], [0], [0xFF], [0x80]]

const changed = (bytes, random) => {
  let out = [...bytes]
  for (let n = 1 + random() % 4; n > 0; n--) {
    const at = random() % (out.length + 1), count = 1 + random() % 8
    switch (random() % 9) {
      case 0: out[at % out.length] = random() & 255; break
      case 1: out[at % out.length] ^= 1 << random() % 8; break
      case 2: out.splice(at, count); break
      case 3: out.splice(at, 0, ...Array.from({ length: count }, () => random() & 255)); break
      case 4: out.splice(at, 0, ...BIG[random() % BIG.length]); break
      case 5: { const it = BIG[random() % BIG.length]; out.splice(at, it.length, ...it); break }
      case 6: out.length = Math.max(1, random() % out.length); break
      case 7: { const from = random() % out.length; out.splice(at, 0, ...out.slice(from, from + count * 4)); break }
      case 8: for (let i = 0; i < count; i++) out[(at + i) % out.length] = random() & 255
    }
    if (!out.length) out = [random() & 255]
  }
  return Uint8Array.from(out)
}

/* JSON with one value put in the place of another, or bytes changed. */
const changedJSON = (bytes, random) => {
  if (random() % 3 === 0) return changed(bytes, random)
  const root = JSON.parse(new TextDecoder().decode(bytes)), places = []
  const visit = node => { for (const key of Object.keys(node ?? {})) { places.push([node, key]); if (typeof node[key] === 'object') visit(node[key]) } }
  visit(root)
  const [node, key] = places[random() % places.length], word = WORDS[random() % WORDS.length]
  if (random() % 5) node[key] = word; else if (Array.isArray(node)) node.push(word); else delete node[key]
  return new TextEncoder().encode(JSON.stringify(root))
}

/* A zlib stream of stored blocks: the right guard around any content. The first block is what `before` has, when something is. */
const stored = (plain, before = []) => {
  const out = [0x78, 0x01]
  let a = 1, b = 0
  if (before.length) out.push(0, before.length & 255, before.length >> 8, ~before.length & 255, ~before.length >> 8 & 255)
  for (const it of before) { a = (a + it) % 65521; b = (b + a) % 65521; out.push(it) }
  for (let at = 0; at === 0 || at < plain.length; at += 65535) {
    const piece = plain.subarray(at, at + 65535), n = piece.length
    out.push(at + 65535 >= plain.length ? 1 : 0, n & 255, n >> 8, ~n & 255, ~n >> 8 & 255)
    for (const it of piece) { a = (a + it) % 65521; b = (b + a) % 65521; out.push(it) }
  }
  return Uint8Array.from([...out, b >> 8, b & 255, a >> 8, a & 255])
}

const joined = (a, b) => { const out = new Uint8Array(a.length + b.length); out.set(a); out.set(b, a.length); return out }

/* What text blocks leave out: the stream up to them, and how many bytes of what it holds are the dictionary. That is the end of the
   manifest behind its length; which end, a text block says, whose stream has to go on from there. */
const leadOf = (manifest, block, inflate) => {
  for (let size = 0; size < manifest.length; size++) {
    const lead = stored(new Uint8Array(), manifest.subarray(manifest.length - size)).subarray(0, size ? size + 7 : 2)
    try { inflate(joined(lead, block)); return { lead, size } } catch { /* another length */ }
  }
  throw new Error('no dictionary fits')
}
/* Where the stream of a text block begins. */
const streamOf = bytes => {
  let at = 4
  for (let numbers = 2; numbers > 0; at++) if (bytes[at] < 128) numbers--
  return at
}

/** CRC-32 of ISO 3309. */
export const crc32 = bytes => {
  let c = ~0
  for (const it of bytes) {
    c ^= it
    for (let k = 0; k < 8; k++) c = c & 1 ? c >>> 1 ^ 0xEDB88320 : c >>> 1
  }
  return ~c >>> 0
}

/* The file behind its guard changed and the guard made right, or the bytes of the file changed as they are. */
const damage = (path, bytes, random, inflate, { lead, size }) => {
  if (path.endsWith('.json')) return { bytes: changedJSON(bytes, random), guarded: true }
  if (random() % 4 === 0) return { bytes: changed(bytes, random), guarded: false }
  if (path.includes('/c/') || path.includes('/b/')) {
    const plain = changed(bytes.subarray(0, -4), random), sum = new Uint8Array(4)
    new DataView(sum.buffer).setUint32(0, crc32(plain), true)
    return { bytes: joined(plain, sum), guarded: true }
  }
  if (path.includes('/t/')) {
    const at = streamOf(bytes), plain = inflate(joined(lead, bytes.subarray(at)))
    const stream = stored(changed(plain.subarray(size), random), plain.subarray(0, size)).subarray(lead.length)
    return { bytes: joined(bytes.subarray(0, at), stream), guarded: true }
  }
  return { bytes: stored(changed(inflate(bytes), random)), guarded: true }
}

const plainAnswer = ({ total, exact, partial, missing, next, hits }) =>
  JSON.stringify([total, exact, partial, missing, next, hits.map(it => [it.id, it.anchor, it.score, it.snippet])])

/** Runs rounds `from` to `to` of `seed`, or until `until` (milliseconds, as Date.now()). `files` is a Map from path (`search/…`) to
    bytes, `module` the engine's, `inflate` that of its part for old browsers, which every fourth round makes it use. Gives counts, and
    `faults`: what must not be, such as a round of more than `slow` milliseconds by `clock`. */
export const fuzz = async ({ module, inflate, files, seed, from = 0, to = Infinity, until = Infinity, slow = 3000, clock = Date.now, onRound = () => {} }) => {
  const load = files => async url => files.get(decodeURI(new URL(url).pathname).slice(1)) ?? null
  const base = 'http://fuzz.invalid/search/', paths = [...files.keys()]
  const kinds = ['/c/', '/b/', '/t/', '/f/', 'm.bin', 'fold-', 'root.json'].map(kind => paths.filter(it => it.includes(kind)))
  const [text] = kinds[2], dictionary = leadOf(inflate(files.get(kinds[4][0])), files.get(text).subarray(streamOf(files.get(text))), inflate)
  const right = await module.open(base, { load: load(files) })
  const answers = []
  for (const it of QUERIES) answers.push(plainAnswer(await right.search(it, { facets: true })))
  const counts = { rounds: 0, answers: 0, errors: 0 }, faults = [], { DecompressionStream } = globalThis
  for (let round = from; round < to && Date.now() < until && faults.length < 20; round++) {
    const random = generator(Math.imul(seed, 1000003) + round | 0), kind = kinds[random() % kinds.length]
    const path = kind[random() % kind.length], { bytes, guarded } = damage(path, files.get(path), random, inflate, dictionary)
    const changedFiles = new Map(files).set(path, bytes), start = clock()
    onRound(round)
    globalThis.DecompressionStream = random() % 4 ? DecompressionStream : undefined
    const fault = what => faults.push({ seed, round, path, what })
    const attempt = async body => {
      try { return await body() } catch (error) {
        counts.errors++
        if (!(error instanceof module.SearchError)) fault(String(error?.stack ?? error))
        else if (!['damaged', 'missing', 'unsupported'].includes(error.kind)) fault(`kind ${error.kind}: ${error.message}`)
      }
    }
    const engine = await attempt(() => module.open(base, { load: load(changedFiles) }))
    for (let n = 0, at = random(); engine && n < 4; n++, at++) {
      const query = at % QUERIES.length, options = { facets: true, sort: at % 7 ? 'relevance' : 'date' }
      const results = await attempt(() => engine.search(QUERIES[query], options))
      if (!results) continue
      counts.answers++
      if (results.hits.length > 10) fault(`${results.hits.length} hits`)
      if (!guarded && options.sort === 'relevance' && plainAnswer(results) !== answers[query]) fault(`a wrong answer to ${QUERIES[query]}`)
    }
    globalThis.DecompressionStream = DecompressionStream
    const time = clock() - start
    if (time > slow) fault(`${time} ms`)
    counts.rounds++
  }
  return { ...counts, faults }
}

/* ---- node: a watchdog outside, the rounds in a thread ---- */

const project = new URL('..', import.meta.url)

const inThread = async ({ seed, from, to, until }, port) => {
  const { cp, mkdtemp, readFile, rm, writeFile } = await import('node:fs/promises')
  const golden = JSON.parse(await readFile(new URL('Tests/SearchTests/Golden/answers.json', project), 'utf8'))
  // Modules whatever their names say: there is no package.json in the project.
  const { tmpdir } = await import('node:os'), { pathToFileURL } = await import('node:url')
  const folder = await mkdtemp(tmpdir() + '/gongkai-fuzz-'), script = name => pathToFileURL(`${folder}/${name}.js`)
  await cp(new URL('themes/default/assets', project), folder, { recursive: true })
  await writeFile(folder + '/package.json', '{"type":"module"}')
  const module = await import(script('gongkai-search')), { inflate } = await import(script('gongkai-search-inflate'))
  const files = new Map(Object.entries(golden.files).map(([path, hex]) => [path, new Uint8Array(Buffer.from(hex, 'hex'))]))
  const onRound = round => {
    port.postMessage({ round })
    const { arrayBuffers, heapUsed } = process.memoryUsage()
    if (arrayBuffers + heapUsed > 2 ** 29) throw new Error(`round ${round}: ${arrayBuffers + heapUsed >> 20} MB are held`)
  }
  // Time of the processor: others may use the machine.
  const clock = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000 }
  const done = await fuzz({ module, inflate, files, seed, from, to, until, clock, onRound }).finally(() => rm(folder, { recursive: true }))
  port.postMessage({ done })
}

const main = async () => {
  const { Worker, isMainThread, parentPort, workerData } = await import('node:worker_threads')
  if (!isMainThread) return inThread(workerData, parentPort)
  const [first, second, third] = process.argv.slice(2)
  const one = first === '--only'
  const seed = Number((one ? second : second ?? 1)), from = one ? Number(third) : 0, to = one ? from + 1 : Infinity
  const until = one ? Infinity : Date.now() + Number(first ?? 60) * 1000
  let round = from, seen = Date.now(), said = Date.now()
  const worker = new Worker(new URL(import.meta.url), { workerData: { seed, from, to, until }, resourceLimits: { maxOldGenerationSizeMb: 512 } })
  const end = (status, text) => { console.log(text); process.exit(status) }
  worker.on('error', error => end(1, `seed ${seed}, round ${round}: ${error.stack}`))
  worker.on('message', it => {
    if (it.done) {
      const { rounds, answers, errors, faults } = it.done
      for (const fault of faults) console.log(`seed ${fault.seed}, round ${fault.round}, ${fault.path}: ${fault.what}`)
      end(faults.length ? 1 : 0, `${rounds} rounds, ${answers} answers, ${errors} errors, ${faults.length} faults; seed ${seed}`)
    }
    round = it.round
    seen = Date.now()
    if (seen - said > 5000) { console.log(`round ${round}`); said = seen }
  })
  setInterval(() => { if (Date.now() - seen > 20000) end(1, `seed ${seed}, round ${round}: no answer for 20 s`) }, 1000)
}

if (globalThis.process?.versions?.node) await main()
