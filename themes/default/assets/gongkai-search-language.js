/* What queries of more than Han words need: quotes, exclusions, fields, document numbers, words of letters and digits, pinyin. Loaded by
   gongkai-search.js with the first such query, which hands over what it has already; see docs/search-format.md. */

const LONGEST_SUFFIX = 32, LONGEST_WORD = 256, LONGEST_NUMBER = 64, MOST_CHUNKS = 8
const QUOTES = [0x22, 0x201C, 0x201D, 0xFF02]
const FIELDS = {
  标题: 'title', title: 'title', 文号: 'number', number: 'number', 部门: '=organ', 机关: '=organ', 机构: '=organ', organ: '=organ',
  年份: '=year', 年: '=year', year: '=year', 有效性: '=validity', validity: '=validity', 文种: '=kind', 体裁: '=kind', kind: '=kind',
  主题: '=topic', topic: '=topic', 目录: '=catalog', 栏目: '=catalog', catalog: '=catalog'
}
const VALIDITY = {
  有效: ['effective', 'amended'], 现行有效: ['effective', 'amended'], 现行: ['effective', 'amended'], 已修改: ['amended'], 修改: ['amended'],
  废止: ['repealed'], 已废止: ['repealed'], 失效: ['expired'], 已失效: ['expired'], 无效: ['repealed', 'expired'], 未标注: ['unknown']
}

const FINALS = 'iang iong uang ang eng ian iao ing ong uai uan ai an ao ei en er ia ie in iu ou ua ue ui un uo ve a e i o u v'.split(' ')

/* The fewest syllables that letters can be, null when they are none. */
export const cutSyllables = letters => {
  const best = [], cost = [...letters].map(() => Infinity)
  cost.push(0)
  for (let i = letters.length - 1; i >= 0; i--) {
    const initial = /^(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])/.exec(letters.slice(i, i + 2))?.[0].length ?? 0
    for (const final of FINALS) {
      const size = initial + final.length
      if (!letters.startsWith(final, i + initial) || !initial && /^[iuv]/.test(final)) continue
      if (cost[i + size] + 1 < cost[i]) { cost[i] = cost[i + size] + 1; best[i] = size }
    }
  }
  if (!letters || cost[0] === Infinity) return null
  const out = []
  for (let i = 0; i < letters.length; i += best[i]) out.push(letters.slice(i, i + best[i]))
  return out
}

/** The parts of the engine that know more than Han words, made of its own tools. */
export const languageOf = (isHan, isDigit, isBreak, points, string, runsOf, symbolsOf, indexOf, union, before, guarded) => {
  /* Keys that are strings are compared as bytes: a character of a key is a byte of UTF-8. */
  const binary = text => { let out = ''; for (const it of new TextEncoder().encode(text)) out += String.fromCharCode(it); return out }

  /* ---- document numbers ---- */

  /* A number without separators, 第 before a digit and a final 号. */
  const compact = symbols => {
    const letters = symbols.filter(it => it)
    return letters.filter((it, i) => !(it === 0x7B2C && isDigit(letters[i + 1]))
      && !(it === 0x53F7 && i === letters.length - 1 && i > 0 && isDigit(letters[i - 1])))
  }
  const numberKey = symbols => 'd' + binary(string(compact(symbols)))
  /* The symbols of `code year serial` with a 0 between them. */
  const parsed = symbols => {
    const text = compact(symbols), digit = text.findIndex(isDigit), digits = text.slice(digit)
    if (digit < 1 || digit > 24 || !digits.every(isDigit) || digits.length < 5 || digits.length > 10) return null
    const century = string(digits.slice(0, 2)), code = text.slice(0, digit)
    if (century !== '19' && century !== '20' || !code.some(isHan)) return null
    return [...code, 0, ...digits.slice(0, 4), 0, ...digits.slice(4)]
  }

  /* Of every key with a prefix the documents; null when too many files would be needed. */
  const documents = async (index, prefix) => {
    const { numeric, labels } = index.manifest
    const from = Math.max(0, before(labels.length, i => labels[i] <= prefix) - 1)
    const to = before(labels.length, i => labels[i] < prefix || labels[i].startsWith(prefix))
    if (to - from > MOST_CHUNKS) return null
    const found = await Promise.all(labels.slice(from, to).map(async (_, i) => {
      const number = numeric + from + i, { keys, lazy } = await index.chunk(number)
      return guarded(index.path('c', number), () => lazy.filter((_, i) => keys[i].startsWith(prefix)).map(it => it().ids))
    }))
    return found.flat()
  }

  /* ---- pieces of a query ---- */

  const minus = (text, at, fold) => (text[at] === 0x2D || text[at] === 0xFF0D)
    && at + 1 < text.length && !isBreak(text[at + 1]) && !fold(text[at + 1]).some(isDigit)
  /* The field that is named here, and where its value begins. */
  const field = (text, at) => {
    for (const [name, meaning] of Object.entries(FIELDS)) {
      const letters = points(name), colon = at + letters.length
      if (text[colon] !== 0x3A && text[colon] !== 0xFF1A) continue
      if (!letters.every((it, i) => it === (text[at + i] >= 0x41 && text[at + i] <= 0x5A ? text[at + i] + 32 : text[at + i]))) continue
      let next = colon + 1
      while (next < text.length && isBreak(text[next])) next++
      return next < text.length ? [meaning, next] : []
    }
    return []
  }

  return {
    /* [from, to, whether it is a phrase, whether it is excluded, its field] */
    items(text, fold) {
      const out = []
      for (let at = 0; ;) {
        while (at < text.length && isBreak(text[at])) at++
        if (at >= text.length) return out
        const exclude = minus(text, at, fold)
        if (exclude) at++
        const [meaning, value = at] = field(text, at)
        at = value
        const close = QUOTES.includes(text[at]) ? text.findIndex((it, i) => i > value && QUOTES.includes(it)) : -1
        if (close >= 0) at = close + 1
        else while (at < text.length && !isBreak(text[at])) at++
        out.push(close >= 0 ? [value + 1, close, true, exclude, meaning] : [value, at, false, exclude, meaning])
      }
    },

    /* The key of a whole query that may be a number, and the pattern it stands for when it surely is one. */
    number(symbols) {
      return symbols.length <= LONGEST_NUMBER && symbols.some(isDigit) ? [numberKey(symbols), parsed(symbols)] : []
    },

    /* The results of `ask(asNumber, request)`. What reads as a number that no document has is words: it may be cut off in the middle. */
    async answer(ask, request) {
      const [results, isNumber] = await ask(true, request)
      if (!isNumber) return results
      const [first] = request.offset || !request.limit ? await ask(true, { ...request, offset: 0, limit: 1, facets: false }) : [results]
      return first.partial || !first.total ? (await ask(false, request))[0] : results
    },

    /* Lists of documents that the fields allow. */
    async allowed(asked, index) {
      const out = []
      for (const [name, symbols, typed] of asked) {
        if (name === 'number') { out.push(await documents(index, numberKey(symbols)) ?? []); continue }
        const wanted = name === '=validity' && Object.hasOwn(VALIDITY, typed) ? VALIDITY[typed] : []
        const values = await index.facet(name.slice(1))
        await index.prepare(values.flatMap(it => points(it.value)))
        out.push(values.filter(it => wanted.includes(it.value) || indexOf(symbolsOf(points(it.value), index.foldQuery), symbols) >= 0)
          .map(it => it.ids))
      }
      return out
    },

    /* Fetches what the words of a pattern need, all at once; what comes back tells `add` about them, and whether the lists prove
       that a document has the pattern. */
    async words(symbols, index) {
      const list = key => index.list(key), pair = (a, b) => index.manifest.key(a, b)
      const mixed = [], words = [], open = []
      for (const [start, end] of runsOf(symbols)) {
        for (let i = start; i < end;) {
          const [a, b] = [symbols[i - 1], symbols[i]]
          if (i > start && !(isHan(a) && isHan(b)) && !mixed.some(it => it[0] === a && it[1] === b)) mixed.push([a, b])
          if (isHan(b)) { i++; continue }
          const from = i
          while (i < end && !isHan(symbols[i])) i++
          const word = symbols.slice(from, i), text = string(word), left = from === 0, right = i === symbols.length
          if (left || right || word.length > LONGEST_WORD) open.push({ word, text, left, right, alone: from === start && i === end })
          else if (!words.includes(text)) words.push(text)
        }
      }
      /* Documents with a word that contains the typed one where it may; null when too many files would be needed. */
      const containing = async ({ word, text, left, right }) => {
        const whole = binary(text), start = binary(string(word.slice(0, LONGEST_SUFFIX)))
        let lists
        if (right || word.length > LONGEST_SUFFIX) {
          const found = await Promise.all([documents(index, 'w' + whole), left ? documents(index, 's' + start) : []])
          if (found.includes(null)) return null
          lists = found.flat()
        } else {
          lists = (await Promise.all(['w', 's'].map(it => list(it + whole)))).filter(it => it).map(it => it.ids)
        }
        return union([...lists, []], index.size)
      }
      const pairs = all => Promise.all(all.map(([a, b]) => list(pair(a, b))))
      const opened = async it => {
        const { word, text, alone } = it
        const [exact, single, found] = await Promise.all([
          list('w' + binary(text)), word.length === 1 && alone ? list(pair(word[0])) : null, word.length > 2 ? containing(it) : null])
        const inside = word.length > 1 && !found ? word.slice(1).map((b, i) => [word[i], b]) : []
        return { ...it, exact, single, found, inside, pairs: await pairs(inside) }
      }
      const [wordLists, mixedLists, opens] = await Promise.all([
        Promise.all(words.map(it => list('w' + binary(it)))), pairs(mixed), Promise.all(open.map(opened))])
      return add => {
        let proved = false
        words.forEach((it, i) => add(`w${it}`, it, wordLists[i], true, true, true))
        mixed.forEach((it, i) => add(`m${it[0]} ${it[1]}`, string(it), mixedLists[i], true))
        for (const { word, text, left, right, alone, exact, single, found, inside, pairs } of opens) {
          add(`w${text}`, text, exact, false, false, true)
          if (word.length === 1) {
            if (alone) add(`c${word[0]}`, text, single, true, false, true)
          } else if (found) {
            add(`o${left}${right}${text}`, text, found.length ? { ids: found } : null, true, false, true)
            proved ||= word.length === symbols.length && word.length <= LONGEST_SUFFIX
          } else {
            inside.forEach((it, i) => add(`m${it[0]} ${it[1]}`, string(it), pairs[i], true, false, word.length === 2 && alone))
          }
        }
        return proved
      }
    },

    /* Documents whose titles have letters as pinyin: every two syllables, or every three initials. */
    async pinyin(letters, index, both) {
      const all = async keys => {
        const lists = await Promise.all(keys.map(it => index.list(it)))
        return lists.every(it => it) ? lists.map(it => it.ids).reduce(both) : []
      }
      const found = [], syllables = cutSyllables(letters)
      if (syllables?.length > 1) found.push(await all(syllables.slice(1).map((it, i) => `y${syllables[i]} ${it}`)))
      if (letters.length >= 3) found.push(await all([...letters].slice(2).map((_, i) => `i${letters.slice(i, i + 3)}`)))
      return union([...found, []], index.size)
    }
  }
}
