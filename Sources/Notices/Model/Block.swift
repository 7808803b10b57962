/// A block of body text. Order is reading order; nothing is stored twice.
public indirect enum Block: Sendable, Equatable {
  case section(Section)
  case paragraph(Paragraph)
  case list(List)
  case table(Table)
  case quote(Container)
  case preformatted(Preformatted)
  case image(Image)
  case rule(line: Int)

  /// 1-based line of the source where the block begins.
  public var line: Int {
    switch self {
    case .section(let it): it.line
    case .paragraph(let it): it.line
    case .list(let it): it.line
    case .table(let it): it.line
    case .quote(let it): it.line
    case .preformatted(let it): it.line
    case .image(let it): it.line
    case .rule(let line): line
    }
  }
}

/// The families of numbers, whatever width or glyph the file prints.
public enum NumberFamily: String, Sendable, CaseIterable {
  case volume = "编"
  case subvolume = "篇"
  case chapter = "章"
  case division = "节"
  case article = "条"
  case clause = "款"
  case item = "项"
  case subitem = "目"
  case han = "一、"
  case hanParenthesised = "（一）"
  case digit = "1."
  case digitParenthesised = "（1）"
  case circled = "①"
  case decimal = "1.1"
  /// `1.1.1` and deeper.
  case decimalDeep = "1.1.1"
}

/// A numbered unit, or a Markdown heading without a number.
public struct Section: Sendable, Equatable {
  public var anchor: String
  /// Anchors this unit had before it was renumbered.
  public var aliases: [String] = []
  /// Depth in the tree, 1 at the top.
  public var level: Int
  public var family: NumberFamily?
  /// As printed: `(一)`, `第十七条之一`.
  public var number: String?
  /// The printed number as a number; 之一 does not change it.
  public var ordinal: Int?
  /// 2 of 第十七条之二; 0 when there is none.
  public var suffix = 0
  /// Without number and closing punctuation; `nil` for a unit that is only a paragraph.
  public var heading: RichText?
  /// The full stop or colon that closes the heading in print.
  public var headingEnd: String?
  /// The heading is the first sentence of the unit's first paragraph.
  public var runIn: Bool
  public var children: [Block]
  public var line: Int

  public init(
    anchor: String = "", level: Int = 1, family: NumberFamily? = nil, number: String? = nil,
    ordinal: Int? = nil,
    heading: RichText? = nil, headingEnd: String? = nil, runIn: Bool = false, children: [Block] = [],
    line: Int = 1
  ) {
    self.anchor = anchor
    self.level = level
    self.family = family
    self.number = number
    self.ordinal = ordinal
    self.heading = heading
    self.headingEnd = headingEnd
    self.runIn = runIn
    self.children = children
    self.line = line
  }
}

public struct Paragraph: Sendable, Equatable {
  public var anchor: String
  /// `工作目标` of `工作目标：牢固树立…`; not part of `text`.
  public var label: String?
  public var text: RichText
  public var line: Int
  public init(anchor: String = "", label: String? = nil, text: RichText, line: Int) {
    self.anchor = anchor
    self.label = label
    self.text = text
    self.line = line
  }
}

/// A list without document numbers (Markdown bullets, ordered lists that are not clauses).
public struct List: Sendable, Equatable {
  public var anchor: String
  public var ordered: Bool
  public var start: Int
  public var items: [[Block]]
  public var line: Int
  public init(anchor: String = "", ordered: Bool, start: Int = 1, items: [[Block]], line: Int) {
    self.anchor = anchor
    self.ordered = ordered
    self.start = start
    self.items = items
    self.line = line
  }
}

public struct Table: Sendable, Equatable {
  public enum Alignment: String, Sendable { case none, left, center, right }
  public var anchor: String
  public var caption: String?
  public var alignments: [Alignment]
  /// Empty when the table has no header row.
  public var head: [RichText]
  public var rows: [[RichText]]
  public var line: Int
  public init(
    anchor: String = "", caption: String? = nil, alignments: [Alignment] = [], head: [RichText] = [],
    rows: [[RichText]], line: Int
  ) {
    self.anchor = anchor
    self.caption = caption
    self.alignments = alignments
    self.head = head
    self.rows = rows
    self.line = line
  }
}

public struct Container: Sendable, Equatable {
  public var anchor: String
  public var children: [Block]
  public var line: Int
  public init(anchor: String = "", children: [Block], line: Int) {
    self.anchor = anchor
    self.children = children
    self.line = line
  }
}

public struct Preformatted: Sendable, Equatable {
  public var anchor: String
  public var language: String?
  public var text: String
  public var line: Int
  public init(anchor: String = "", language: String? = nil, text: String, line: Int) {
    self.anchor = anchor
    self.language = language
    self.text = text
    self.line = line
  }
}

public struct Image: Sendable, Equatable {
  public var anchor: String
  public var destination: String
  public var alternative: String
  public var title: String?
  public var line: Int
  public init(anchor: String = "", destination: String, alternative: String, title: String? = nil, line: Int)
  {
    self.anchor = anchor
    self.destination = destination
    self.alternative = alternative
    self.title = title
    self.line = line
  }
}
