/* Suggestions while typing: the form's own input becomes a combobox. Without script, or when the engine cannot be
   loaded, the form still leads to the search page. Words come from data-* of the form. */

const MOST = 6
const form = document.getElementById('site-search')
const input = form?.querySelector('input[type="search"]')

if (form && input && form.dataset.base) {
  const words = form.dataset
  const list = document.createElement('ul')
  list.className = 'options'
  list.id = 'site-options'
  list.hidden = true
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', words.label || input.labels?.[0]?.textContent || '')
  const status = document.createElement('div')
  status.className = 'hidden'
  status.setAttribute('role', 'status')
  form.append(list, status)
  for (const [name, value] of [['role', 'combobox'], ['aria-expanded', 'false'], ['aria-controls', list.id],
    ['aria-autocomplete', 'list'], ['autocomplete', 'off']]) input.setAttribute(name, value)

  const root = new URL('../', new URL(words.base, document.baseURI))
  let engine = null
  let active = -1
  let timer = 0
  let turn = 0

  /* Loaded on the box's first focus, once; a failure is tried again with the next letter. */
  const ready = () => {
    engine ??= import('./gongkai-search-worker.js').then(module => module.open(new URL(words.base, document.baseURI).href))
    return engine.catch(() => { engine = null; return null })
  }

  const select = index => {
    const options = [...list.children]
    options[active]?.setAttribute('aria-selected', 'false')
    active = index < -1 ? options.length - 1 : index >= options.length ? -1 : index
    const option = options[active]
    if (!option) return input.removeAttribute('aria-activedescendant')
    option.setAttribute('aria-selected', 'true')
    input.setAttribute('aria-activedescendant', option.id)
    option.scrollIntoView({ block: 'nearest' })
  }

  const close = () => {
    turn++
    clearTimeout(timer)
    list.hidden = true
    select(-1)
    input.setAttribute('aria-expanded', 'false')
    status.textContent = ''
  }

  const option = (index, href, ...children) => {
    const item = document.createElement('li')
    item.id = `site-option-${index}`
    item.setAttribute('role', 'option')
    item.setAttribute('aria-selected', 'false')
    item.dataset.href = href
    item.append(...children)
    return item
  }

  const text = (name, content, className = '') => {
    const it = document.createElement(name)
    it.textContent = content
    if (className) it.className = className
    return it
  }

  /* The page of a hit, below the site's root, which is the folder above the index. */
  const address = hit => {
    const url = new URL(String(hit.url).replace(/^\/+/, ''), root)
    if (!url.href.startsWith(root.href)) return root.href
    if (words.fileLinks !== undefined && url.pathname.endsWith('/')) url.pathname += 'index.html'
    if (hit.anchor) url.hash = hit.anchor
    return url.href
  }

  const row = (hit, index) => {
    const title = text('span', '')
    const parts = hit.markedTitle?.length ? hit.markedTitle : [{ text: hit.title || hit.documentNumber || hit.id }]
    for (const part of parts) title.append(part.marked ? text('mark', part.text) : part.text)
    const facts = [hit.documentNumber, hit.date].filter(Boolean).join(' · ')
    return option(index, address(hit), title, ...(facts ? [' ', text('span', facts, 'dim')] : []))
  }

  const all = (count, query, index) => {
    const url = new URL(form.action, document.baseURI)
    url.searchParams.set('q', query)
    return option(index, url.href, text('span', (words.all || '').replace('{n}', count)))
  }

  const show = ({ hits, total }, query) => {
    const rows = hits.slice(0, MOST).map(row)
    if (total > rows.length && words.all) rows.push(all(total, query, rows.length))
    active = -1
    input.removeAttribute('aria-activedescendant')
    list.replaceChildren(...rows)
    const open = rows.length > 0 && document.activeElement === input
    list.hidden = !open
    input.setAttribute('aria-expanded', String(open))
    status.textContent = open ? (words.count || '{n}').replace('{n}', Math.min(hits.length, MOST)) : rows.length ? '' : words.none || ''
  }

  const ask = async () => {
    const query = input.value.trim()
    const mine = ++turn
    if (!query) return close()
    const found = await ready().then(it => it && it.search(query, { limit: MOST })).catch(() => null)
    if (mine !== turn) return
    if (found) show(found, query); else close()
  }

  const follow = () => {
    clearTimeout(timer)
    timer = setTimeout(ask, 180)
  }

  input.addEventListener('focus', ready)
  input.addEventListener('input', event => {
    select(-1)  // what was chosen belongs to what was typed before
    if (event.isComposing) clearTimeout(timer); else follow()
  })
  input.addEventListener('compositionend', follow)
  input.addEventListener('keydown', event => {
    if (event.isComposing || event.keyCode === 229) {
      // In some browsers the Enter that ends a composition comes after it, marked only by its code.
      if (event.key === 'Enter') event.preventDefault()
      return
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (list.hidden) { if (event.key === 'ArrowDown') ask(); return }
      event.preventDefault()
      select(active + (event.key === 'ArrowDown' ? 1 : -1))
    } else if (event.key === 'Enter' && active >= 0 && !list.hidden) {
      event.preventDefault()
      location.assign(list.children[active].dataset.href)
    } else if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault()
      close()
    } else if (event.key === 'Tab') close()
  })
  input.addEventListener('blur', () => setTimeout(close, 150))
  list.addEventListener('pointerdown', event => event.preventDefault())
  list.addEventListener('click', event => {
    const chosen = event.target.closest('[role="option"]')
    if (chosen) location.assign(chosen.dataset.href)
  })
}
