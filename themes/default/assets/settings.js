/* Remembered display settings, before first paint. Radios: name, id name-value. */
(function (doc, key) {
  var root = doc.documentElement, names = ['size', 'contrast', 'scheme', 'layout'], kept = {}
  try { kept = JSON.parse(localStorage.getItem(key)) || {} } catch (e) {}
  function mark(name) { root.setAttribute('data-' + name, kept[name]) }
  names.forEach(function (name) { if (/^\w{1,8}$/.test(kept[name])) mark(name) })
  doc.addEventListener('DOMContentLoaded', function () {
    names.forEach(function (name) {
      var radio = doc.getElementById(name + '-' + kept[name])
      if (!radio) return
      radio.checked = true
      if (window.CSS && CSS.supports('selector(:has(a))')) root.removeAttribute('data-' + name)
    })
  })
  doc.addEventListener('change', function (e) {
    var name = e.target.name
    if (names.indexOf(name) < 0) return
    kept[name] = e.target.value
    mark(name)
    try { localStorage.setItem(key, JSON.stringify(kept)) } catch (e) {}
  })
}(document, 'gongkai.display'))
