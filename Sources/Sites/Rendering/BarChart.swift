/// A bar chart as SVG, drawn at build time: shapes by attributes and classes, no style, values printed at the bars.
struct BarChart {
  struct Bar {
    var name: String
    var value: Int
  }

  /// Unique on the page; prefix of the ids inside.
  let id: String
  let title: String
  /// The chart in one sentence.
  let finding: String
  let bars: [Bar]

  private static let width = 640
  private static let row = 28
  private static let labelWidth = 200
  private static let valueWidth = 60

  /// Horizontal bars, one a row; their lengths are whole units, so that the same numbers give the same bytes.
  var svg: HTML {
    let height = bars.count * Self.row + 8
    let most = max(1, bars.map(\.value).max() ?? 1)
    let space = Self.width - Self.labelWidth - Self.valueWidth
    var html = HTML()
    html.markup("<svg class=\"chart\" role=\"img\" viewBox=\"0 0 ")
    html.number(Self.width)
    html.markup(" ")
    html.number(height)
    html.markup("\"")
    html.attribute("aria-labelledby", "\(id)-t \(id)-d")
    html.markup(">")
    element("title", "\(id)-t", title, &html)
    element("desc", "\(id)-d", finding, &html)
    for (index, bar) in bars.enumerated() {
      let y = index * Self.row + 4
      let length = bar.value == 0 ? 0 : max(2, bar.value * space / most)
      label(bar.name, x: Self.labelWidth - 8, y: y + 19, end: true, &html)
      html.markup("<rect class=\"bar\"")
      html.attribute("x", String(Self.labelWidth))
      html.attribute("y", String(y + 3))
      html.attribute("width", String(length))
      html.attribute("height", String(Self.row - 8))
      html.markup("/>")
      label(String(bar.value), x: Self.labelWidth + length + 6, y: y + 19, end: false, &html)
    }
    html.markup("</svg>")
    return html
  }

  private func element(_ name: StaticString, _ id: String, _ text: String, _ html: inout HTML) {
    html.markup("<")
    html.markup(name)
    html.attribute("id", id)
    html.markup(">")
    html.text(text)
    html.markup("</")
    html.markup(name)
    html.markup(">")
  }

  /// Names longer than the space are cut; the table below the chart has them whole.
  private func label(_ text: String, x: Int, y: Int, end: Bool, _ html: inout HTML) {
    html.markup("<text")
    html.attribute("x", String(x))
    html.attribute("y", String(y))
    if end { html.attribute("text-anchor", "end") }
    html.markup(">")
    html.text(text.count > 13 ? text.prefix(12) + "…" : text[...])
    html.markup("</text>")
  }
}
