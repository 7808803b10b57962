/* The files of the index in an offline copy. A page that was opened from a disk may not fetch: there each file is also a script that
   hands over its bytes. Loaded by gongkai-search.js on such pages. */

export const load = url => new Promise(resolve => {
  const it = document.createElement('script')
  globalThis.gongkaiFile = text => { document.currentScript.bytes = Uint8Array.from(atob(text), c => c.charCodeAt(0)) }
  it.src = url.replace(/\.\w+$/, '.js')
  it.onload = it.onerror = () => { it.remove(); resolve(it.bytes ?? null) }
  document.head.append(it)
})
