/* Answers queries with the engine of the browser, in Node: node answers.mjs ENGINE SITE QUERIES.jsonl ANSWERS.jsonl */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const [engineFile, site, queries, answers] = process.argv.slice(2)
const { open } = await import(pathToFileURL(engineFile))
const load = async url => { const file = new URL(url); return existsSync(file) ? new Uint8Array(readFileSync(file)) : null }
globalThis.location ??= { href: pathToFileURL(site + '/').href, protocol: 'http:' }
const engine = await open(pathToFileURL(site + '/search/').href, { load })
const out = []
for (const line of readFileSync(queries, 'utf8').split('\n').filter(it => it)) {
  const { query, limit = 10 } = JSON.parse(line)
  const { hits, total, exact, partial } = await engine.search(query, { limit })
  out.push(JSON.stringify({ ids: hits.map(it => it.id), scores: hits.map(it => it.score), partial, total, exact }))
}
writeFileSync(answers, out.join('\n') + '\n')
