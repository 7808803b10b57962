/* Says what a later query loads: the bytes of the files that an engine asks for which has root and manifest alone, for ten hits with
   snippets. Where an index is too large to build a site around it, an index alone is enough:

     Benchmarks/.build/release/benchmarks search NOTICES --output FOLDER
     node Benchmarks/search/later.mjs FOLDER [BUDGET]

   FOLDER is a built site, or what holds its search/. Medians and most over words.json; exits with 1 when a query takes more than BUDGET KB. */
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const [folder, budget = Infinity] = process.argv.slice(2)
if (!folder || !existsSync(`${folder}/search/root.json`)) {
  console.error('usage: node Benchmarks/search/later.mjs FOLDER [BUDGET]; FOLDER holds search/root.json')
  process.exit(2)
}
const here = new URL('.', import.meta.url), words = JSON.parse(readFileSync(new URL('words.json', here), 'utf8'))
const base = pathToFileURL(resolve(folder, 'search') + '/').href
globalThis.location ??= { href: base, protocol: 'http:' }
const { open } = await import(new URL('../../themes/default/assets/gongkai-search.js', here))

/* What files are for, by the folder they lie in. */
const KINDS = { c: 'lists', b: 'clauses of common words', t: 'text blocks' }
const kindOf = url => KINDS[url.slice(base.length).split('/')[1]] ?? 'root and manifest'
let sent = []
const load = async url => {
  const bytes = existsSync(new URL(url)) ? new Uint8Array(readFileSync(new URL(url))) : null
  sent.push([kindOf(url), bytes?.length ?? 0])
  return bytes
}
const sum = kind => sent.reduce((all, [it, size]) => all + (!kind || it === kind ? size : 0), 0) / 1000

const rows = []
for (const word of words) {
  const engine = await open(base, { load })
  const opening = sum()
  sent = []
  await engine.search(word, { limit: 10 })
  rows.push({ word, opening, files: sent.length, together: sum(), ...Object.fromEntries(Object.values(KINDS).map(it => [it, sum(it)])) })
  sent = []
}

const sorted = name => rows.map(it => it[name]).sort((a, b) => a - b)
console.log('| KB | p50 | most |\n|---|---|---|')
for (const name of ['opening', ...Object.values(KINDS), 'together', 'files']) {
  const values = sorted(name), shown = it => name === 'files' ? it : it.toFixed(1)
  console.log(`| ${name === 'opening' ? 'root and manifest, once' : name} | ${shown(values[values.length >> 1])} | ${shown(values.at(-1))} |`)
}
const over = rows.filter(it => it.together > Number(budget))
for (const { word, together } of over) console.error(`${word}: ${together.toFixed(1)} KB`)
process.exit(over.length ? 1 : 0)
