/* The engine off the main thread. On a page, `open` has the interface of gongkai-search.js and runs the engine in a Worker made
   of this same file; when a Worker is refused it runs the engine in the page. In the Worker, this file answers messages. */

const inPage = typeof document !== 'undefined'
const engineModule = () => import('./gongkai-search.js')

/* How long a Worker may take to say that it runs. */
const PATIENCE = 5000

const start = () => new Promise((resolve, reject) => {
  const worker = new Worker(import.meta.url, { type: 'module' })
  const timer = setTimeout(() => fail(new Error('the worker does not answer')), PATIENCE)
  const fail = error => { clearTimeout(timer); worker.terminate(); reject(error) }
  worker.onerror = event => { event.preventDefault(); fail(new Error(event.message || 'worker refused')) }
  worker.onmessage = () => { clearTimeout(timer); resolve(worker) }
})

/** Opens the index below `base`, in a Worker when the browser allows one. */
export const open = async base => {
  const address = new URL(base, document.baseURI).href
  let worker
  try { worker = await start() } catch { return (await engineModule()).open(address) }
  const waiting = new Map()
  let last = 0
  const settle = ({ id, value, error }) => {
    const promise = waiting.get(id)
    waiting.delete(id)
    if (!promise) return
    if (error) promise.reject(Object.assign(new Error(error.message), error)); else promise.resolve(value)
  }
  worker.onmessage = event => settle(event.data)
  worker.onerror = event => {
    event.preventDefault()
    for (const id of [...waiting.keys()]) settle({ id, error: { name: 'SearchError', kind: 'unreachable', path: '', message: event.message || 'worker failed' } })
  }
  const ask = (name, ...parameters) => new Promise((resolve, reject) => {
    waiting.set(++last, { resolve, reject })
    worker.postMessage({ id: last, name, parameters })
  })
  try {
    const documents = await ask('open', address)
    return { documents, search: (query, options) => ask('search', query, options), close: () => worker.terminate() }
  } catch (error) {
    worker.terminate()
    throw error
  }
}

if (!inPage) {
  let engine = null
  const answer = {
    open: async base => { engine = await (await engineModule()).open(base); return engine.documents },
    search: (query, options) => engine.search(query, options)
  }
  onmessage = async ({ data: { id, name, parameters } }) => {
    try { postMessage({ id, value: await answer[name](...parameters) }) } catch (error) {
      postMessage({ id, error: { name: error.name, kind: error.kind, path: error.path, message: error.message } })
    }
  }
  postMessage('ready')
}
