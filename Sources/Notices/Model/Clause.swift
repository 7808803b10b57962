/// A linkable piece of text: what a search result points at and what a link names.
public struct Clause: Sendable, Equatable {
  /// The id on the page; empty for the title.
  public var anchor: String
  /// Where it stands, outermost first: `["广宁县法治政府建设实施方案", "二、工作目标…", "（一）依法全面履行政府职能"]`.
  public var path: [String]
  /// All text of the clause, number included, paragraphs joined by `\n`.
  public var text: String
  /// It goes on with the clause before it: an item of an article, or what follows its items. What goes on with each other
  /// has at most 400 characters together.
  public var continues: Bool
  public init(anchor: String, path: [String], text: String, continues: Bool = false) {
    self.anchor = anchor
    self.path = path
    self.text = text
    self.continues = continues
  }
}
