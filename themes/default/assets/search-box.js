/* Suggestions while typing: the form's own input becomes a combobox. Without script, or when the engine cannot be
   loaded, the form still leads to the search page. Words come from data-* of the form. */

const MOST = 6
const form = document.getElementById('site-search')
const input = form?.querySelector('input[type="search"]')

if (form && input && form.dataset.base) {
  const list = document.createElement('ul')
  list.className = 'options'
  list.id = 'site-options'
  list.hidden = true
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', form.dataset.label || input.labels?.[0]?.textContent || '')
  const status = document.createElement('div')
  status.className = 'hidden'
  status.setAttribute('role', 'status')
  form.append(list, status)
  for (const [name, value] of [['role', 'combobox'], ['aria-expanded', 'false'], ['aria-controls', list.id],
    ['aria-autocomplete', 'list'], ['autocomplete', 'off']]) input.setAttribute(name, value)

  let engine = null
  let active = -1
  let typed = ''
  let timer = 0
  let turn = 0

  /* Loaded on the box's first focus, once; a failure is tried again on the next. */
  const ready = () => {
    engine ??= import('./gongkai-search.js')
      .then(module => module.open(new URL(form.dataset.base, document.baseURI).href))
    return engine.catch(() => { engine = null; return null })
  }

  const close = () => {
    list.hidden = true
    active = -1
    input.setAttribute('aria-expanded', 'false')
    input.removeAttribute('aria-activedescendant')
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

  const row = (hit, index) => {
    const item = document.createElement('li')
    item.id = `site-option-${index}`
    item.setAttribute('role', 'option')
    item.setAttribute('aria-selected', 'false')
    item.dataset.href = address(hit)
    const title = document.createElement('span')
    title.textContent = hit.title || hit.documentNumber || hit.id
    item.append(title)
    const facts = [hit.documentNumber, hit.date].filter(Boolean).join(' · ')
    if (facts) {
      const line = document.createElement('span')
      line.className = 'dim'
      line.textContent = facts
      item.append(' ', line)
    }
    return item
  }

  /* The page of a hit, below the site's root, which is the folder above the index. */
  const address = hit => {
    const root = new URL('../', new URL(form.dataset.base, document.baseURI))
    const url = new URL(hit.url.replace(/^\/+/, ''), root)
    if (hit.anchor) url.hash = hit.anchor
    return url.href
  }

  const show = hits => {
    list.replaceChildren(...hits.map(row))
    active = -1
    input.removeAttribute('aria-activedescendant')
    const open = hits.length > 0 && document.activeElement === input
    list.hidden = !open
    input.setAttribute('aria-expanded', String(open))
    status.textContent = open ? (form.dataset.count || '{n}').replace('{n}', hits.length) : ''
  }

  const ask = async () => {
    const query = input.value.trim()
    const mine = ++turn
    if (!query) return close()
    const found = await ready().then(it => it && it.search(query, { limit: MOST })).catch(() => null)
    if (mine === turn && found) show(found.hits.slice(0, MOST))
  }

  input.addEventListener('focus', ready, { once: false })
  input.addEventListener('input', event => {
    if (event.isComposing) return
    typed = input.value
    clearTimeout(timer)
    timer = setTimeout(ask, 180)
  })
  input.addEventListener('compositionend', () => {
    clearTimeout(timer)
    timer = setTimeout(ask, 180)
  })
  input.addEventListener('keydown', event => {
    if (event.isComposing || event.keyCode === 229) return
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
    }
  })
  input.addEventListener('blur', () => setTimeout(close, 150))
  list.addEventListener('pointerdown', event => event.preventDefault())
  list.addEventListener('click', event => {
    const option = event.target.closest('[role="option"]')
    if (option) location.assign(option.dataset.href)
  })
}
