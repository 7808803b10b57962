import Notices

/// The contents list of a document: its parts and two levels of headings, numbers and words in separate elements.
struct ContentsList {
  private(set) var html = HTML()
  private(set) var count = 0
  private let links: LinkBuilder

  /// Documents with fewer headings have no list.
  static let minimum = 3

  /// - Parameter parts: anchor and title of each part that gets a heading; empty titles for a document of one part.
  static func make(_ parts: [(anchor: String, title: String, body: [Block])], links: LinkBuilder)
    -> ContentsList
  {
    var list = ContentsList(links: links)
    let several = parts.count > 1
    if several {
      list.html.markup("<ol>")
      for part in parts {
        list.count += 1
        list.html.markup("<li>")
        list.link(part.anchor, nil, part.title)
        list.sections(part.body, level: 1)
        list.html.markup("</li>")
      }
      list.html.markup("</ol>")
    } else if let part = parts.first {
      list.sections(part.body, level: 1)
    }
    return list
  }

  private init(links: LinkBuilder) { self.links = links }

  private mutating func sections(_ blocks: [Block], level: Int) {
    let sections = blocks.compactMap { block -> Section? in
      guard case .section(let section) = block, let heading = section.heading, !heading.isEmpty,
        !section.runIn,
        !section.anchor.isEmpty
      else { return nil }
      return section
    }
    guard !sections.isEmpty else { return }
    html.markup("<ol>")
    for section in sections {
      count += 1
      html.markup("<li>")
      link(section.anchor, section.number, section.heading?.string ?? "")
      if level < 2 { self.sections(section.children, level: level + 1) }
      html.markup("</li>")
    }
    html.markup("</ol>")
  }

  private mutating func link(_ anchor: String, _ number: String?, _ text: String) {
    html.markup("<a")
    html.attribute("href", links.fragment(anchor))
    html.markup(">")
    if let number, !number.isEmpty {
      html.markup("<span class=\"no\">")
      html.text(number)
      html.markup("</span> ")
    }
    html.markup("<span>")
    html.text(text)
    html.markup("</span></a>")
  }
}
