/* What a page gains from script: print, copying links and citations, contents that follow the reading.
   Nothing here moves the layout, and every word comes from the page (data-*). */

const article = document.querySelector('article.text')

for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => print())
}

// Browsers that cannot open a list by CSS show the columns by script in a wide window.
if (!window.CSS?.supports('selector(::details-content)') && matchMedia('(min-width: 40em)').matches) {
  document.querySelector('.columns details')?.setAttribute('open', '')
}

const reset = document.querySelector('[data-reset]')
if (reset) {
  reset.hidden = false
  reset.addEventListener('click', () => {
    for (const radio of document.querySelectorAll('.prefs input[type="radio"]')) {
      if (radio.defaultChecked && !radio.checked) radio.click()
    }
  })
}

for (const button of document.querySelectorAll('[data-copy]')) {
  button.hidden = false
  button.addEventListener('click', () => copy(button.dataset.copy, button))
}

/* navigator.clipboard exists on HTTPS only; without it the text is shown selected in a field. */
async function copy(text, button) {
  const words = (button.closest('[data-copied]') || article || document.body).dataset
  try {
    await navigator.clipboard.writeText(text)
    say(words.copied, button)
  } catch {
    let field = button.parentNode.querySelector('input[readonly]')
    if (!field) {
      field = document.createElement('input')
      field.type = 'text'
      field.readOnly = true
      field.setAttribute('aria-label', button.textContent)
      button.after(field)
    }
    field.value = text
    field.focus()
    field.select()
    say(words.copyFailed, button)
  }
}

function say(text, near) {
  let status = near.parentNode.querySelector('[role="status"]')
  if (!status) {
    status = document.createElement('span')
    status.setAttribute('role', 'status')
    near.parentNode.append(status)
  }
  status.textContent = ''
  requestAnimationFrame(() => { status.textContent = text || '' })
}

if (article && article.dataset.copyLink) {
  const words = article.dataset
  const tools = document.createElement('span')
  tools.className = 'tools'
  let anchor = null

  const cited = () => {
    const title = anchor.closest('.part')?.dataset.title || words.title
    return (title.startsWith('《') && title.endsWith('》') ? title : `《${title}》`) + (anchor.dataset.cite || '') + (words.number ? `，${words.number}` : '')
  }
  const plain = () => {
    const copy = anchor.parentNode.cloneNode(true)
    for (const extra of copy.querySelectorAll('.anchor, .tools, .note')) extra.remove()
    return copy.textContent.replace(/\s*\n\s*/g, '\n').trim()
  }
  const button = (label, text) => {
    if (!label) return
    const it = document.createElement('button')
    it.type = 'button'
    it.textContent = label
    it.addEventListener('click', () => copy(text(), it))
    tools.append(it)
  }
  button(words.copyLink, () => anchor.href)
  button(words.copyCitation, cited)
  button(words.copyText, plain)

  const open = target => {
    if (anchor === target && tools.isConnected) return
    anchor = target
    for (const extra of tools.querySelectorAll('input, [role]')) extra.remove()
    anchor.after(tools)
  }
  const close = () => { tools.remove(); anchor = null }

  for (const kind of ['focusin', 'pointerover', 'click']) {
    article.addEventListener(kind, event => {
      const target = event.target.closest?.('.anchor')
      if (target) open(target)
      else if (kind === 'focusin' && !tools.contains(event.target)) close()
    })
  }
  document.addEventListener('pointerdown', event => {
    if (anchor && !tools.contains(event.target) && event.target !== anchor) close()
  })
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !anchor) return
    const back = tools.contains(document.activeElement) ? anchor : null
    close()
    back?.focus()
    if (back) close()
  })
}

const links = new Map()
for (const link of document.querySelectorAll('#toc a[href^="#"]')) {
  const target = document.getElementById(decodeURIComponent(link.hash.slice(1)))
  if (target) links.set(target, link)
}
if (links.size && 'IntersectionObserver' in window) {
  const seen = new Set()
  let current = null
  const order = [...links.keys()]
  const follow = entries => {
    for (const { target, isIntersecting } of entries) isIntersecting ? seen.add(target) : seen.delete(target)
    const last = order.filter(it => seen.has(it)).pop()
    const link = last && links.get(last)
    if (!link || link === current) return
    current?.removeAttribute('aria-current')
    current = link
    link.setAttribute('aria-current', 'location')
    const list = document.getElementById('toc')
    if (list.scrollHeight > list.clientHeight) {
      const [box, item] = [list.getBoundingClientRect(), link.getBoundingClientRect()]
      if (item.top < box.top + 40 || item.bottom > box.bottom - 40) list.scrollTop += item.top - box.top - box.height / 2
    }
  }
  const observer = new IntersectionObserver(follow, { rootMargin: '-15% 0px -80% 0px' })
  for (const target of order) observer.observe(target)
}

const filter = document.querySelector('[data-duty-filter]')
if (filter) {
  const items = [...document.querySelectorAll('.duty-item')]
  const status = document.querySelector('[data-duty-count]')
  filter.closest('[hidden]')?.removeAttribute('hidden')
  filter.addEventListener('input', () => {
    const wanted = filter.value.trim()
    let shown = 0
    for (const item of items) {
      item.hidden = wanted !== '' && !item.textContent.includes(wanted)
      if (!item.hidden) shown++
    }
    if (status) status.textContent = (status.dataset.dutyCount || '').replace('{n}', shown)
  })
}
