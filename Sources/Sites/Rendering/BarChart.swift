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

  // Hundredths of the type size: a chart is as wide as its column and as large as the reader's type.
  private static let row = 260
  private static let labelBaseline = 110
  private static let barTop = 145
  private static let barHeight = 80
  private static let valueBaseline = 217
  /// Tenths of a percent that the longest bar takes; the rest is for its number.
  private static let longest = 840

  /// Horizontal bars, one a row, each below its name; their lengths are whole tenths of a percent, so that the same
  /// numbers give the same bytes. Nothing is scaled: the type stays readable in a window of 320 pixels.
  var svg: HTML {
    let most = max(1, bars.map(\.value).max() ?? 1)
    var html = HTML()
    html.markup("<svg class=\"chart\" role=\"img\" width=\"100%\"")
    html.attribute("height", Self.ems(bars.count * Self.row))
    html.attribute("aria-labelledby", "\(id)-t \(id)-d")
    html.markup(">")
    element("title", "\(id)-t", title, &html)
    element("desc", "\(id)-d", finding, &html)
    for (index, bar) in bars.enumerated() {
      let top = index * Self.row
      let length = bar.value <= 0 ? 0 : max(3, Self.share(bar.value, of: most))
      label(bar.name, x: "0", y: top + Self.labelBaseline, after: false, &html)
      html.markup("<rect class=\"bar\" x=\"0\"")
      html.attribute("y", Self.ems(top + Self.barTop))
      html.attribute("width", Self.percent(length))
      html.attribute("height", Self.ems(Self.barHeight))
      html.markup("/>")
      label(String(bar.value), x: Self.percent(length), y: top + Self.valueBaseline, after: true, &html)
    }
    html.markup("</svg>")
    return html
  }

  private static func share(_ value: Int, of most: Int) -> Int {
    Int((Int64(value) * Int64(longest)) / Int64(most))
  }

  private static func ems(_ hundredths: Int) -> String {
    let rest = hundredths % 100
    return "\(hundredths / 100)\(rest == 0 ? "" : rest < 10 ? ".0\(rest)" : ".\(rest)")em"
  }

  private static func percent(_ tenths: Int) -> String { "\(tenths / 10).\(tenths % 10)%" }

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

  /// Names longer than the narrowest column are cut; the table below the chart has them whole.
  private func label(_ text: String, x: String, y: Int, after: Bool, _ html: inout HTML) {
    html.markup("<text")
    html.attribute("x", x)
    html.attribute("y", Self.ems(y))
    if after { html.markup(" dx=\".4em\"") }
    html.markup(">")
    html.text(text.count > 18 ? text.prefix(17) + "…" : text[...])
    html.markup("</text>")
  }
}
