/* The page of results. The address says everything (q, sort, page and one parameter a facet), so that a result can be
   linked, and going back restores it. Text reaches the page as text nodes only. Words come from data-* of #search. */

const SIZE = 20
const place = document.getElementById('search')
const box = document.getElementById('site-search')
const form = document.getElementById('search-form')
const input = form?.elements.q

if (place && box && input) {
  const words = place.dataset
  const base = new URL(box.dataset.base, document.baseURI)
  const root = new URL('../', base)
  let engine = null
  let turn = 0

  const make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name)
    for (const [key, value] of Object.entries(attributes)) {
      if (key === 'text') element.textContent = value
      else if (value !== null && value !== undefined && value !== false) element.setAttribute(key, value === true ? '' : value)
    }
    element.append(...children.filter(it => it !== null && it !== undefined))
    return element
  }
  /* `{n}` and other names in a text of the page. */
  const say = (text, values = {}) => (text || '').replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all)

  const status = place.querySelector('[role="status"]')
  const body = make('div')
  place.append(body)

  const ready = () => {
    engine ??= import('./gongkai-search.js').then(module => module.open(base.href))
    return engine.catch(error => { engine = null; throw error })
  }

  const FACETS = (words.facets || 'organ year validity kind').split(' ')

  const state = () => {
    const it = new URLSearchParams(location.search)
    const filters = {}
    for (const name of FACETS) {
      const value = it.get(name)
      if (value) filters[name] = value.slice(0, 200)
    }
    const whole = name => Math.min(1e7, Math.max(0, Number.parseInt(it.get(name) || '0', 10) || 0))
    const from = whole('from')
    return {
      q: (it.get('q') || '').slice(0, 400).trim(), sort: it.get('sort') === 'date' ? 'date' : 'relevance',
      from, seen: from ? whole('seen') : 0, filters
    }
  }

  const addressOf = ({ q, sort, from = 0, seen = 0, filters }) => {
    const it = new URLSearchParams()
    if (q) it.set('q', q)
    if (sort === 'date') it.set('sort', sort)
    for (const name of FACETS) if (filters[name]) it.set(name, filters[name])
    if (from) { it.set('from', from); it.set('seen', seen) }
    const text = it.toString()
    return location.pathname + (text ? `?${text}` : '')
  }

  /* A link within the results: followed here, but still a link that can be opened in another tab. */
  const link = (next, attributes, ...children) => {
    const it = make('a', { href: addressOf(next), ...attributes }, ...children)
    it.addEventListener('click', event => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.button) return
      event.preventDefault()
      go(next)
    })
    return it
  }

  const marked = (parts, element) => {
    for (const { text, marked: hit } of parts) element.append(hit ? make('mark', { text }) : text)
    return element
  }

  const target = hit => {
    const url = new URL(String(hit.url).replace(/^\/+/, ''), root)
    if (words.fileLinks !== undefined && url.pathname.endsWith('/')) url.pathname += 'index.html'
    if (hit.anchor) url.hash = hit.anchor
    return url.href
  }

  const row = hit => {
    const facts = make('ul', { class: 'facts' })
    const fact = (value, label, name = 'span') => value && facts.append(
      make('li', {}, make('span', { class: 'hidden', text: label || '' }), make(name, { text: value, class: name === 'span' ? 'number' : null })))
    fact(hit.documentNumber, words.number)
    fact(hit.organ, words.organ)
    if (hit.date) facts.append(make('li', {}, make('span', { class: 'hidden', text: words.date || '' }), make('time', { datetime: hit.date, text: hit.date })))
    const validity = hit.validity && words[`validity${capital(hit.validity)}`]
    if (validity) facts.append(make('li', {}, make('span', { class: 'badge', 'data-status': hit.validity, text: validity })))
    const path = (hit.path || []).filter(Boolean).join(' › ')
    return make('li', {},
      make('h3', {}, marked(hit.markedTitle?.length ? hit.markedTitle : [{ text: hit.title || hit.documentNumber || hit.id }],
        make('a', { href: target(hit) }))),
      facts.childElementCount ? facts : null,
      path ? make('p', { class: 'hit-path', text: path }) : null,
      hit.snippet?.length ? marked(hit.snippet, make('p', { class: 'snippet' })) : null)
  }

  const capital = text => text[0].toUpperCase() + text.slice(1)
  const shownAs = (name, value) => (name === 'validity' && words[`validity${capital(value)}`]) || value

  const facets = (results, now) => {
    const groups = Object.fromEntries((results.facets || []).map(it => [it.name, it.values]))
    const names = FACETS.filter(name => groups[name]?.length || now.filters[name])
    if (!names.length) return null
    const chosen = Object.keys(now.filters).length
    const inside = make('details', { open: matchMedia('(min-width: 60em)').matches },
      make('summary', { text: say(chosen ? words.filtersChosen : words.filters, { n: chosen }) }))
    for (const name of names) {
      const label = words[`facet${capital(name)}`] || name
      const items = make('ul')
      const value = now.filters[name]
      if (value) {
        const without = { ...now.filters }
        delete without[name]
        items.append(make('li', {}, make('span', { 'aria-current': 'true', text: shownAs(name, value) }), ' ',
          link({ ...now, filters: without, from: 0 }, { 'aria-label': `${words.remove || '×'} ${value}`, text: words.remove || '×' })))
      } else {
        for (const { value: it, count } of (groups[name] || []).slice(0, 12)) {
          items.append(make('li', {}, link({ ...now, filters: { ...now.filters, [name]: it }, from: 0 }, { text: shownAs(name, it) }), ' ',
            make('span', { class: 'n', text: count })))
        }
      }
      inside.append(make('h2', { text: label }), items)
    }
    return make('nav', { class: 'facets', 'aria-label': words.filters }, inside)
  }

  /* The engine says where the next hits begin; the way back is the browser's, or the beginning. */
  const pages = (results, now) => {
    const more = results.next !== undefined && results.next !== null
    if (!more && !now.from) return null
    const items = make('ul')
    if (now.from) items.append(make('li', {}, link({ ...now, from: 0 }, { text: words.first })))
    if (more) {
      items.append(make('li', {}, link({ ...now, from: results.next, seen: now.seen + results.hits.length },
        { rel: 'next', text: words.next })))
    }
    return make('nav', { class: 'pages', 'aria-label': words.pages }, items)
  }

  const sorts = now => make('p', { class: 'sort' }, words.sort || '', ...['relevance', 'date'].map(sort => {
    const label = sort === 'date' ? words.sortDate : words.sortRelevance
    return sort === now.sort ? make('strong', { text: label }) : link({ ...now, sort, from: 0 }, { text: label })
  }))

  const fail = () => {
    status.textContent = ''
    const again = make('button', { type: 'button', text: words.retry })
    again.addEventListener('click', () => run(false))
    body.replaceChildren(make('section', { class: 'banner', 'data-status': 'withdrawn', role: 'alert' }, make('p', { text: words.failed }), make('p', { text: words.failedHelp || '' }), again))
  }

  const draw = (results, now) => {
    const count = say(results.total ? (results.exact === false ? words.countAbout : words.count) : words.none, { n: results.total, q: now.q })
    status.textContent = count
    const side = facets(results, now)
    const missing = (results.missing || []).length && results.total
      ? make('p', { class: 'lead', text: say(words.missing, { q: results.missing.join('”“') }) }) : null
    const list = results.total
      ? make('div', {}, make('h2', { class: 'hidden', text: words.results }), sorts(now), missing,
        make('ol', { class: 'results', start: now.seen + 1 }, ...results.hits.map(row)), pages(results, now))
      : make('div', {}, make('p', { text: words.noneHelp || '' }))
    body.className = side ? 'with-facets' : ''
    body.replaceChildren(...[side, list].filter(Boolean))
    document.title = now.q ? `${now.q} · ${words.title}` : words.title
  }

  const fallback = document.getElementById('search-fallback')

  const run = async (toTop = true) => {
    const now = state()
    const mine = ++turn
    input.value = now.q
    if (box.elements.q && box.elements.q !== input) box.elements.q.value = now.q
    if (fallback) fallback.hidden = now.q !== ''
    if (!now.q) {
      status.textContent = ''
      body.replaceChildren()
      document.title = words.title
      return
    }
    const slow = setTimeout(() => { if (mine === turn) status.textContent = words.searching || '' }, 500)
    try {
      const it = await ready()
      const results = await it.search(now.q, { limit: SIZE, offset: now.from, filters: Object.fromEntries(Object.entries(now.filters).map(([name, value]) => [name, [value]])), sort: now.sort, facets: true })
      if (mine !== turn) return
      draw(results, now)
      if (toTop && scrollY > place.offsetTop) place.scrollIntoView()
    } catch (error) {
      if (mine === turn) { console.warn(error); fail() }
    } finally {
      clearTimeout(slow)
    }
  }

  const go = next => {
    const url = addressOf(next)
    if (url !== location.pathname + location.search) history.pushState(null, '', url)
    run()
  }

  /* The header's box and the big one both stay on this page. */
  for (const it of [form, box]) {
    it.addEventListener('submit', event => {
      event.preventDefault()
      go({ q: it.elements.q.value.trim(), sort: state().sort, filters: {} })
    })
  }

  /* Results follow the typing after a rest; a composition that is still open is not a query. */
  let rest = 0
  const follow = () => {
    clearTimeout(rest)
    rest = setTimeout(() => {
      const q = input.value.trim()
      const now = state()
      if (q === now.q) return
      history.replaceState(null, '', addressOf({ ...now, q, from: 0, filters: {} }))
      run(false)
    }, 500)
  }
  input.addEventListener('input', event => { if (!event.isComposing) follow() })
  input.addEventListener('compositionend', follow)
  addEventListener('popstate', () => run(false))
  run(false)
}
