/* The page of results. The address says everything (q, sort, page and one parameter a facet), so that a result can be
   linked, and going back restores it. Text reaches the page as text nodes only. Words come from data-* of #search. */

const SIZE = 10, LONGEST = 400, SHOWN = 8
const FACETS = ['organ', 'year', 'validity', 'kind', 'catalog', 'topic']
const place = document.getElementById('search')
const box = document.getElementById('site-search')
const form = document.getElementById('search-form')
const input = form?.elements.q

if (place && box && input) {
  const words = place.dataset
  const base = new URL(box.dataset.base, document.baseURI)
  const root = new URL('../', base)
  const wide = matchMedia('(min-width: 60em)')
  let engine = null
  let turn = 0
  let open = null  // whether the reader opened the filters

  const make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name)
    for (const [key, value] of Object.entries(attributes)) {
      if (key === 'text') element.textContent = value
      else if (value !== null && value !== undefined && value !== false) element.setAttribute(key, value === true ? '' : value)
    }
    element.append(...children.filter(it => it !== null && it !== undefined && it !== false))
    return element
  }
  /* `{n}` and other names in a text of the page. */
  const say = (text, values = {}) => (text || '').replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all)
  const capital = text => text[0].toUpperCase() + text.slice(1)

  const status = place.querySelector('[role="status"]')
  const lead = make('div')
  const body = make('div')
  const side = make('nav', { class: 'facets', 'aria-label': words.filters, hidden: true })
  const list = make('div')
  body.append(side, list)
  place.append(lead, body)

  /* ---- the address ---- */

  const state = () => {
    const it = new URLSearchParams(location.search)
    const filters = {}
    for (const name of FACETS) {
      const value = it.get(name)
      if (value) filters[name] = value.slice(0, 200)
    }
    const whole = name => Math.min(1e7, Math.max(0, Number.parseInt(it.get(name) || '0', 10) || 0))
    const typed = (it.get('q') || '').trim()
    const from = whole('from')
    return {
      q: typed.slice(0, LONGEST), cut: typed.length > LONGEST, sort: it.get('sort') === 'date' ? 'date' : 'relevance',
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

  /* A link within the results: followed here, but still a link that can be opened in another tab. Where the keyboard was
     is named by `key`, since the link itself is made anew. */
  const link = (next, key, attributes, ...children) => {
    const it = make('a', { href: addressOf(next), 'data-key': key, ...attributes }, ...children)
    it.addEventListener('click', event => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.button) return
      event.preventDefault()
      go(next, key)
    })
    return it
  }

  /* ---- results ---- */

  const marked = (parts, element) => {
    for (const { text, marked: hit } of parts) element.append(hit ? make('mark', { text }) : text)
    return element
  }

  /* The clause of a hit. A browser that can also finds the words there and marks them. */
  const target = hit => {
    const url = new URL(String(hit.url).replace(/^\/+/, ''), root)
    if (!url.href.startsWith(root.href)) return root.href
    if (words.fileLinks !== undefined && url.pathname.endsWith('/')) url.pathname += 'index.html'
    if (hit.anchor) url.hash = hit.anchor
    const found = hit.anchor && 'fragmentDirective' in document && hit.snippet?.find(it => it.marked)?.text.trim()
    return found ? `${url.href}:~:text=${encodeURIComponent(found).replace(/-/g, '%2D')}` : url.href
  }

  const row = hit => {
    const facts = make('ul', { class: 'facts' })
    const fact = (label, element) => facts.append(make('li', {}, make('span', { class: 'hidden', text: label || '' }), element))
    if (hit.documentNumber) fact(words.number, make('span', { class: 'number', text: hit.documentNumber }))
    if (hit.organ) fact(words.organ, make('span', { text: hit.organ }))
    if (hit.date) fact(words.date, make('time', { datetime: hit.date, text: hit.date }))
    const validity = hit.validity && words[`validity${capital(hit.validity)}`]
    if (validity) fact(words.validity, make('span', { class: 'badge', 'data-status': hit.validity, text: validity }))
    const path = (hit.path || []).filter(it => it && it !== hit.title).join(' › ')
    const missing = hit.missing?.length ? say(words.lacks, { q: hit.missing.join('”“') }) : null
    return make('li', {},
      make('h3', {}, marked(hit.markedTitle?.length ? hit.markedTitle : [{ text: hit.title || hit.documentNumber || hit.id }],
        make('a', { href: target(hit) }))),
      facts.childElementCount ? facts : null,
      path ? make('p', { class: 'hit-path', text: path }) : null,
      hit.snippet?.length ? marked(hit.snippet, make('p', { class: 'snippet' })) : null,
      missing ? make('p', { class: 'hit-path', text: missing }) : null)
  }

  const shownAs = (name, value) => (name === 'validity' && words[`validity${capital(value)}`]) || value

  const facetValues = (name, values, now) => {
    const items = values.map(({ value, count }) => make('li', {},
      link({ ...now, filters: { ...now.filters, [name]: value }, from: 0 }, `facet ${name}`, {}, shownAs(name, value)), ' ',
      make('span', { class: 'n', text: count })))
    const more = items.splice(SHOWN)
    return [make('ul', {}, ...items), more.length
      ? make('details', { class: 'more-values' }, make('summary', { text: say(words.moreValues, { n: more.length }) }), make('ul', {}, ...more)) : null]
  }

  const chosenValue = (name, value, now) => {
    const without = { ...now.filters }
    delete without[name]
    const shown = shownAs(name, value)
    return make('ul', {}, make('li', {}, make('span', { 'aria-current': 'true', text: shown }), ' ',
      link({ ...now, filters: without, from: 0 }, `facet ${name}`, { 'aria-label': `${words.remove} ${shown}`, text: words.remove })))
  }

  const drawFacets = (groups, now) => {
    const found = Object.fromEntries(groups.map(it => [it.name, it.values]))
    const names = FACETS.filter(name => found[name]?.length || now.filters[name])
    side.hidden = !names.length
    body.className = names.length ? 'with-facets' : ''
    if (!names.length) return side.replaceChildren()
    const chosen = Object.keys(now.filters).length
    const inside = make('details', { open: open ?? wide.matches },
      make('summary', { text: say(chosen ? words.filtersChosen : words.filters, { n: chosen }) }))
    inside.addEventListener('toggle', () => { open = inside.open })
    for (const name of names) {
      inside.append(make('h2', { text: words[`facet${capital(name)}`] || name }))
      inside.append(...(now.filters[name] ? [chosenValue(name, now.filters[name], now)]
        : facetValues(name, found[name], now).filter(it => it)))
    }
    side.replaceChildren(inside)
  }

  /* The engine says where the next hits begin; the way back is the browser's, or the beginning. */
  const pages = (results, now) => {
    const more = results.next !== undefined && results.next !== null
    if (!more && !now.from) return null
    const items = make('ul')
    if (now.from) items.append(make('li', {}, link({ ...now, from: 0 }, 'results', {}, words.first)))
    if (more) {
      items.append(make('li', {}, link({ ...now, from: results.next, seen: now.seen + results.hits.length }, 'results', { rel: 'next' }, words.next)))
    }
    return make('nav', { class: 'pages', 'aria-label': words.pages }, items)
  }

  const sorts = now => make('p', { class: 'sort' }, words.sort || '', ...['relevance', 'date'].map(sort =>
    link({ ...now, sort, from: 0 }, `sort ${sort}`, { 'aria-current': sort === now.sort && 'true' }, sort === 'date' ? words.sortDate : words.sortRelevance)))

  const notes = (results, now) => {
    const out = []
    if (now.cut || results.truncated) out.push(words.cut)
    if (results.partial && results.total) out.push(say(words.missing, { q: (results.missing || []).join('”“') }))
    return out.map(text => make('p', { class: 'lead', text }))
  }

  const countOf = (results, now) => {
    if (results.total) return say(results.exact === false ? words.countAbout : words.count, { n: results.total, q: now.q })
    // A query without a letter has no words that could be missing.
    return say(results.missing?.length || /[\p{L}\p{N}]/u.test(now.q) ? words.none : words.nothingToFind, { q: now.q })
  }

  const draw = (results, now) => {
    status.textContent = countOf(results, now)
    lead.replaceChildren(...notes(results, now), make('p', { class: 'asked', text: [`${words.title}：${now.q}`,
      ...FACETS.filter(it => now.filters[it]).map(it => `${words[`facet${capital(it)}`]}：${shownAs(it, now.filters[it])}`)].join('；') }))
    list.replaceChildren(...(results.total
      ? [make('h2', { class: 'hidden', tabindex: '-1', 'data-key': 'results', text: words.results }), sorts(now),
        make('ol', { class: 'results', start: now.seen + 1 }, ...results.hits.map(row)), pages(results, now)].filter(it => it)
      : [make('p', { text: words.noneHelp || '' })]))
    document.title = now.q ? `${now.q} · ${words.title}` : words.title
  }

  /* ---- failures ---- */

  const fail = error => {
    status.textContent = ''
    lead.replaceChildren()
    const again = make('button', { type: 'button', text: words.retry })
    // Without a kind it is a script that did not arrive, and browsers do not ask for it twice.
    again.addEventListener('click', () => error.kind && error.kind !== 'unsupported' ? run({ key: 'results' }) : location.reload())
    const why = words[`failed${capital(error.kind || 'unreachable')}`]
    list.replaceChildren(make('section', { class: 'banner', 'data-status': 'withdrawn', role: 'alert' },
      make('p', { text: words.failed }), make('p', { text: why || words.failedHelp || '' }),
      error.path ? make('p', { class: 'dim', text: say(words.failedFile, { path: error.path }) }) : null, again))
    drawFacets([], { filters: {} })
    document.getElementById('search-fallback').hidden = false
  }

  const drop = () => {
    engine?.then(it => it.close?.(), () => {})
    engine = null
  }

  const ready = () => {
    engine ??= import('./gongkai-search-worker.js').then(module => module.open(base.href))
    return engine
  }

  /* A file that is missing may be one of a site that was published a moment ago: the index is opened again, once. A damaged
     one is fetched again past the browser's cache, once. */
  const ask = async (now, options) => {
    for (let attempt = 0; ; attempt++) {
      try {
        return await (await ready()).search(now.q, { sort: now.sort, filters: Object.fromEntries(Object.entries(now.filters).map(([name, value]) => [name, [value]])), ...options })
      } catch (error) {
        if (error.kind !== 'damaged' || error.path === 'root.json') drop()
        if (attempt || error.kind !== 'damaged' && error.kind !== 'missing') throw error
      }
    }
  }

  const fallback = document.getElementById('search-fallback')

  const clear = () => {
    status.textContent = ''
    lead.replaceChildren()
    list.replaceChildren()
    drawFacets([], { filters: {} })
    document.title = words.title
  }

  /* The old results stay until the new ones are there. */
  const run = async ({ key = null, toTop = true, typing = false } = {}) => {
    const now = state()
    const mine = ++turn
    if (!typing) input.value = now.q
    if (box.elements.q && box.elements.q !== input) box.elements.q.value = now.q
    fallback.hidden = now.q !== ''
    if (!now.q) return clear()
    const waits = [[500, words.searching], [6000, words.slow]].map(([after, text]) =>
      setTimeout(() => { if (mine === turn) status.textContent = text || '' }, after))
    body.setAttribute('aria-busy', 'true')
    try {
      const results = await ask(now, { limit: SIZE, offset: now.from })
      if (mine !== turn) return
      for (const it of waits) clearTimeout(it)
      draw(results, now)
      if (toTop && scrollY > place.offsetTop) place.scrollIntoView()
      // The counts of the filters are a comfort: when their files fail, the results stay.
      const { facets } = await ask(now, { limit: 0, facets: true }).catch(error => { console.info(error); return { facets: [] } })
      if (mine !== turn) return
      drawFacets(facets, now)
      if (key) (place.querySelector(`[data-key="${key}"]`) ?? place.querySelector('[data-key="results"]'))?.focus({ preventScroll: key === 'results' })
    } catch (error) {
      if (mine === turn) { console.info(error); fail(error) }
    } finally {
      for (const it of waits) clearTimeout(it)
      if (mine === turn) body.removeAttribute('aria-busy')
    }
  }

  const go = (next, key = null) => {
    const url = addressOf(next)
    if (url !== location.pathname + location.search) history.pushState(null, '', url)
    run({ key })
  }

  /* ---- typing ---- */

  /* The header's box and the big one both stay on this page. */
  let rest = 0
  for (const it of [form, box]) {
    it.addEventListener('submit', event => {
      event.preventDefault()
      clearTimeout(rest)
      go({ q: it.elements.q.value.trim(), sort: state().sort, filters: {} })
    })
  }

  /* Results follow the typing after a rest; a composition that is still open is not a query. */
  const follow = () => {
    clearTimeout(rest)
    rest = setTimeout(() => {
      const q = input.value.trim()
      const now = state()
      if (q === now.q) return
      history.replaceState(null, '', addressOf({ ...now, q, from: 0, filters: {} }))
      run({ toTop: false, typing: true })
    }, 500)
  }
  input.addEventListener('focus', () => ready().catch(() => { engine = null }))
  input.addEventListener('input', event => { if (!event.isComposing) follow(); else clearTimeout(rest) })
  input.addEventListener('compositionend', follow)
  // In some browsers the Enter that ends a composition comes after it, marked only by its code.
  input.addEventListener('keydown', event => { if (event.key === 'Enter' && event.keyCode === 229) event.preventDefault() })
  addEventListener('popstate', () => run({ toTop: false }))
  run({ toTop: false })
}
