import Diagnostics
import Notices

/// Blocks → HTML: headings by the depth of the tree, anchors on every clause, tables by classes. No attribute that the
/// strict content policy refuses, nothing of the input unescaped.
struct BlockRenderer {
  /// Blocks nested deeper are rendered flat, so that no input exhausts the stack.
  static let maximumDepth = 100

  private(set) var html = HTML()
  private var inline: InlineRenderer
  /// Heading level of the outermost sections.
  private let base: Int
  private var path: [Section] = []
  private var depth = 0
  private var tables = 0

  var diagnostics: [Diagnostic] { inline.diagnostics }

  /// Blocks in a run of a long text.
  static let chunkSize = 25
  /// Texts with more blocks are long.
  static let longText = 1_000
  private var isLong = false
  private var isInChunk = false

  /// - Parameter base: heading level of sections at the top, 2 or 3.
  init(_ context: TextContext, base: Int) {
    inline = InlineRenderer(context)
    self.base = base
  }

  /// The body of a part.
  mutating func render(body: [Block]) {
    isLong = Self.count(body, upTo: Self.longText) > Self.longText
    render(body)
  }

  mutating func render(_ blocks: [Block]) {
    guard depth < Self.maximumDepth else { return }
    depth += 1
    if isLong, !isInChunk, blocks.count > Self.chunkSize {
      chunks(blocks)
    } else {
      for block in blocks { render(block) }
    }
    depth -= 1
  }

  /// Runs of clauses that a browser lays out when they come into view: five thousand clauses open at once.
  private mutating func chunks(_ blocks: [Block]) {
    isInChunk = true
    for start in stride(from: 0, to: blocks.count, by: Self.chunkSize) {
      html.markup("<div class=\"chunk\">\n")
      for block in blocks[start..<min(start + Self.chunkSize, blocks.count)] { render(block) }
      html.markup("</div>\n")
    }
    isInChunk = false
  }

  /// Blocks of all levels, counted up to one more than `limit`.
  private static func count(_ blocks: [Block], upTo limit: Int) -> Int {
    var total = 0
    var open = [blocks[...]]
    while let next = open.popLast(), total <= limit {
      total += next.count
      for block in next { if case .section(let section) = block { open.append(section.children[...]) } }
    }
    return total
  }

  private mutating func render(_ block: Block) {
    switch block {
    case .section(let section): render(section)
    case .paragraph(let paragraph): render(paragraph)
    case .list(let list): render(list)
    case .table(let table): render(table)
    case .quote(let container):
      html.markup("<blockquote")
      id(container.anchor)
      html.markup(">\n")
      render(container.children)
      html.markup("</blockquote>\n")
    case .preformatted(let block):
      html.markup("<pre")
      id(block.anchor)
      html.markup("><code>")
      html.text(block.text)
      html.markup("</code></pre>\n")
    case .image(let image): render(image)
    case .rule: html.markup("<hr>\n")
    }
  }

  // MARK: Sections

  private mutating func render(_ section: Section) {
    path.append(section)
    defer { path.removeLast() }
    for alias in section.aliases where !alias.isEmpty && alias != section.anchor {
      html.markup("<span class=\"alias\"")
      id(alias)
      html.markup("></span>")
    }
    if section.heading == nil && section.family != .article {
      clause(section)
    } else if section.runIn || section.heading == nil || Self.isSentence(section) {
      runIn(section)
    } else {
      unit(section)
    }
  }

  /// A heading that ends like a sentence and has nothing below it is a clause in the size of the text.
  private static func isSentence(_ section: Section) -> Bool {
    guard section.children.isEmpty, let end = section.headingEnd?.last else { return false }
    return "。；！？.;!?".contains(end)
  }

  /// A heading with text below it.
  private mutating func unit(_ section: Section) {
    open("section", "unit", section)
    heading(section, runIn: false)
    anchor(section)
    html.markup("\n")
    render(section.children)
    html.markup("</section>\n")
  }

  /// A heading that is the first sentence of its paragraph: two elements, one paragraph to the eye.
  private mutating func runIn(_ section: Section) {
    open("div", "clause", section)
    heading(section, runIn: true)
    withFirstParagraph(section, number: nil)
    html.markup("</div>\n")
  }

  /// A numbered paragraph without a heading.
  private mutating func clause(_ section: Section) {
    open("div", "clause", section)
    withFirstParagraph(section, number: section.number)
    html.markup("</div>\n")
  }

  /// The first paragraph closes with the clause's anchor; what follows stands below.
  private mutating func withFirstParagraph(_ section: Section, number: String?) {
    var rest = section.children[...]
    if case .paragraph(let first)? = rest.first {
      rest = rest.dropFirst()
      html.markup("<p")
      id(first.anchor)
      html.markup(">")
      self.number(number, section)
      label(first)
      inline.render(first.text, into: &html, line: first.line)
      html.markup("</p>")
    } else if let number {
      html.markup("<p>")
      self.number(number, section)
      html.markup("</p>")
    }
    anchor(section)
    html.markup("\n")
    render(Array(rest))
  }

  private mutating func open(_ element: StaticString, _ kind: StaticString, _ section: Section) {
    html.markup("<")
    html.markup(element)
    html.markup(" class=\"")
    html.markup(kind)
    html.markup(" l")
    html.number(min(path.count, 9))
    html.markup("\"")
    id(section.anchor)
    html.markup(">")
  }

  private mutating func heading(_ section: Section, runIn: Bool) {
    let level = base + path.count - 1
    if level <= 6 {
      html.markup("<h")
      html.number(level)
    } else {
      html.markup("<p role=\"heading\" aria-level=\"")
      html.number(level)
      html.markup("\"")
    }
    if runIn { html.markup(" class=\"run-in\"") }
    html.markup(">")
    number(section.number, section)
    if let heading = section.heading { inline.render(heading, into: &html, line: section.line) }
    if let end = section.headingEnd { html.text(end) }
    if level <= 6 {
      html.markup("</h")
      html.number(level)
      html.markup(">")
    } else {
      html.markup("</p>")
    }
  }

  private mutating func number(_ number: String?, _ section: Section) {
    guard let number, !number.isEmpty else { return }
    html.markup("<span class=\"no\">")
    html.text(number)
    html.markup("</span>")
    if ClauseSpacing.needsSpace(section) { html.markup(" ") }
  }

  /// The link of the clause to itself; its sign is drawn by the style sheet, so that it is never copied.
  private mutating func anchor(_ section: Section) {
    guard !section.anchor.isEmpty else { return }
    let context = inline.context
    let cite = ClauseName.full(path)
    let name = ClauseName.step(section) ?? section.heading?.string ?? section.anchor
    html.markup("<a class=\"anchor\"")
    html.attribute("href", context.links.fragment(section.anchor))
    if !cite.isEmpty { html.attribute("data-cite", cite) }
    html.attribute("aria-label", context.strings(.anchorLabel, name))
    html.markup("></a>")
  }

  // MARK: Other blocks

  private mutating func render(_ paragraph: Paragraph) {
    html.markup("<p")
    id(paragraph.anchor)
    html.markup(">")
    label(paragraph)
    inline.render(paragraph.text, into: &html, line: paragraph.line)
    html.markup("</p>\n")
  }

  private mutating func label(_ paragraph: Paragraph) {
    guard let label = paragraph.label, !label.isEmpty else { return }
    html.markup("<span class=\"label\">")
    html.text(label)
    html.text(ClauseSpacing.colon(after: label))
    html.markup("</span>")
  }

  private mutating func render(_ list: List) {
    if list.ordered {
      html.markup("<ol")
      if list.start != 1 { html.attribute("start", String(list.start)) }
    } else {
      html.markup("<ul")
    }
    id(list.anchor)
    html.markup(">\n")
    for item in list.items {
      html.markup("<li>")
      if case .paragraph(let only)? = item.first, item.count == 1, only.anchor.isEmpty {
        label(only)
        inline.render(only.text, into: &html, line: only.line)
      } else {
        render(item)
      }
      html.markup("</li>\n")
    }
    if list.ordered { html.markup("</ol>\n") } else { html.markup("</ul>\n") }
  }

  private mutating func render(_ table: Table) {
    tables += 1
    let columns = max(table.head.count, table.rows.map(\.count).max() ?? 0)
    html.markup("<div role=\"region\" tabindex=\"0\"")
    html.attribute("class", columns > 6 ? "table wide-table" : "table")
    id(table.anchor)
    html.attribute("aria-label", table.caption ?? inline.context.strings(.tableLabel, String(tables)))
    html.markup("><table>\n")
    if let caption = table.caption, !caption.isEmpty {
      html.markup("<caption>")
      html.text(caption)
      html.markup("</caption>\n")
    }
    if !table.head.isEmpty {
      html.markup("<thead><tr>")
      for index in 0..<columns { cell(table, table.head, index, head: true) }
      html.markup("</tr></thead>\n")
    }
    html.markup("<tbody>\n")
    for row in table.rows {
      html.markup("<tr>")
      for index in 0..<columns { cell(table, row, index, head: false) }
      html.markup("</tr>\n")
    }
    html.markup("</tbody></table></div>\n")
  }

  private mutating func cell(_ table: Table, _ row: [RichText], _ index: Int, head: Bool) {
    html.markup(head ? "<th scope=\"col\"" : "<td")
    if table.alignments.indices.contains(index), table.alignments[index] != .none {
      html.attribute("class", table.alignments[index].rawValue)
    }
    html.markup(">")
    if row.indices.contains(index) { inline.render(row[index], into: &html, line: table.line) }
    html.markup(head ? "</th>" : "</td>")
  }

  private mutating func render(_ image: Image) {
    html.markup("<figure")
    id(image.anchor)
    html.markup(">")
    inline.image(image.destination, image.alternative, nil, into: &html, image.line)
    if let title = image.title, !title.isEmpty {
      html.markup("<figcaption>")
      html.text(title)
      html.markup("</figcaption>")
    }
    html.markup("</figure>\n")
  }

  private mutating func id(_ anchor: String) {
    if !anchor.isEmpty { html.attribute("id", anchor) }
  }
}

/// White space and punctuation that the model leaves out because they follow from what is printed.
enum ClauseSpacing {
  /// `15. 健全`, `第一章 总则`, but `二、工作目标` and `（一）依法`.
  static func needsSpace(_ section: Section) -> Bool {
    switch section.family {
    case .han, .hanParenthesised, .digitParenthesised, nil: false
    default: section.number?.last != "、"
    }
  }

  /// The colon of a label, in the width of its script.
  static func colon(after label: String) -> String {
    switch label.unicodeScalars.last {
    case ":", "：": ""
    case .some(let last) where last.isASCII: ": "
    default: "："
    }
  }
}
