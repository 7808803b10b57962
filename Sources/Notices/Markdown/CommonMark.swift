import CCmark

/// Markdown as values: what libcmark makes of a text. All its C pointers stay in this file.
struct MarkdownNode {
  enum Kind: Equatable {
    case document
    case quote
    case bulletList
    case orderedList(start: Int)
    case item
    case paragraph
    case heading(level: Int)
    /// The text is in `literal`.
    case code(language: String?)
    case html
    case rule
  }
  var kind: Kind
  /// 1-based, first and last line.
  var firstLine: Int
  var lastLine: Int
  /// 1-based byte column of the first character.
  var column: Int
  var children: [MarkdownNode] = []
  var inlines: [MarkdownInline] = []
  var literal: [UInt8] = []
}

/// Running text as a flat sequence; marks open and close in pairs.
enum MarkdownInline {
  enum Mark: Equatable {
    case emphasis
    case strong
    case link(destination: String, title: String?)
    case image(destination: String, title: String?)
  }
  case text([UInt8])
  case code([UInt8])
  case html([UInt8])
  case softBreak
  case hardBreak
  case open(Mark)
  case close
}

enum CommonMark {
  /// Containers nested deeper are opened up: their text stays, at this depth.
  static let depthLimit = 48

  /// Parses UTF-8 text. The nodes are freed before this returns.
  static func parse(_ text: [UInt8]) -> MarkdownNode {
    let root = text.withUnsafeBytes { bytes in
      cmark_parse_document(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, CMARK_OPT_DEFAULT)
    }
    guard let root else { return MarkdownNode(kind: .document, firstLine: 1, lastLine: 1, column: 1) }
    defer { cmark_node_free(root) }
    return convert(root)
  }

  /// Walks the tree with libcmark's iterator: no recursion, whatever the nesting.
  private static func convert(_ root: OpaquePointer) -> MarkdownNode {
    let iterator = cmark_iter_new(root)
    defer { cmark_iter_free(iterator) }
    var open: [MarkdownNode] = []
    /// Containers that were too deep to be opened.
    var skipped = 0
    var result = MarkdownNode(kind: .document, firstLine: 1, lastLine: 1, column: 1)
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { break }
      let type = cmark_node_get_type(node)
      if isInline(type) {
        if let inline = inline(node, type, entering: event == CMARK_EVENT_ENTER) {
          open[open.count - 1].inlines.append(inline)
        }
      } else if event == CMARK_EVENT_ENTER {
        if let leaf = leaf(node, type) {
          open[open.count - 1].children.append(leaf)
        } else if isContainer(type), open.count > depthLimit {
          skipped += 1
        } else {
          open.append(container(node, type))
        }
      } else if isContainer(type), skipped > 0 {
        skipped -= 1
      } else if let closed = open.popLast() {
        if open.isEmpty { result = closed } else { open[open.count - 1].children.append(closed) }
      }
    }
    return result
  }

  private static func isInline(_ type: cmark_node_type) -> Bool {
    type.rawValue >= CMARK_NODE_FIRST_INLINE.rawValue
  }

  private static func isContainer(_ type: cmark_node_type) -> Bool {
    type == CMARK_NODE_BLOCK_QUOTE || type == CMARK_NODE_LIST || type == CMARK_NODE_ITEM
  }

  // MARK: - Blocks

  private static func container(_ node: OpaquePointer, _ type: cmark_node_type) -> MarkdownNode {
    let kind: MarkdownNode.Kind =
      switch type {
      case CMARK_NODE_DOCUMENT: .document
      case CMARK_NODE_BLOCK_QUOTE: .quote
      case CMARK_NODE_LIST:
        cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
          ? .orderedList(start: Int(cmark_node_get_list_start(node))) : .bulletList
      case CMARK_NODE_ITEM: .item
      case CMARK_NODE_HEADING: .heading(level: Int(cmark_node_get_heading_level(node)))
      default: .paragraph
      }
    return at(node, kind)
  }

  /// Blocks without children and inlines: they have no closing event.
  private static func leaf(_ node: OpaquePointer, _ type: cmark_node_type) -> MarkdownNode? {
    switch type {
    case CMARK_NODE_CODE_BLOCK:
      let info = string(cmark_node_get_fence_info(node))
      let language = info.split(separator: " ").first.map(String.init)
      var code = at(node, .code(language: language))
      code.literal = bytes(cmark_node_get_literal(node))
      return code
    case CMARK_NODE_HTML_BLOCK:
      var html = at(node, .html)
      html.literal = bytes(cmark_node_get_literal(node))
      return html
    case CMARK_NODE_THEMATIC_BREAK:
      return at(node, .rule)
    default:
      return nil
    }
  }

  private static func at(_ node: OpaquePointer, _ kind: MarkdownNode.Kind) -> MarkdownNode {
    let first = max(1, Int(cmark_node_get_start_line(node)))
    return MarkdownNode(
      kind: kind, firstLine: first, lastLine: max(first, Int(cmark_node_get_end_line(node))),
      column: max(1, Int(cmark_node_get_start_column(node))))
  }

  // MARK: - Inlines

  private static func inline(_ node: OpaquePointer, _ type: cmark_node_type, entering: Bool)
    -> MarkdownInline?
  {
    switch type {
    case CMARK_NODE_TEXT: .text(bytes(cmark_node_get_literal(node)))
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .hardBreak
    case CMARK_NODE_CODE: .code(bytes(cmark_node_get_literal(node)))
    case CMARK_NODE_HTML_INLINE: .html(bytes(cmark_node_get_literal(node)))
    case CMARK_NODE_EMPH: entering ? .open(.emphasis) : .close
    case CMARK_NODE_STRONG: entering ? .open(.strong) : .close
    case CMARK_NODE_LINK:
      entering ? .open(.link(destination: destination(node), title: title(node))) : .close
    case CMARK_NODE_IMAGE:
      entering ? .open(.image(destination: destination(node), title: title(node))) : .close
    default: nil
    }
  }

  private static func destination(_ node: OpaquePointer) -> String {
    String(decoding: Sentinel.removed(from: bytes(cmark_node_get_url(node))), as: UTF8.self)
  }

  private static func title(_ node: OpaquePointer) -> String? {
    let title = Sentinel.removed(from: bytes(cmark_node_get_title(node)))
    return title.isEmpty ? nil : String(decoding: title, as: UTF8.self)
  }

  private static func bytes(_ pointer: UnsafePointer<CChar>?) -> [UInt8] {
    guard let pointer else { return [] }
    var length = 0
    while pointer[length] != 0 { length += 1 }
    return pointer.withMemoryRebound(to: UInt8.self, capacity: length) {
      Array(UnsafeBufferPointer(start: $0, count: length))
    }
  }

  private static func string(_ pointer: UnsafePointer<CChar>?) -> String {
    String(decoding: Sentinel.removed(from: bytes(pointer)), as: UTF8.self)
  }
}
