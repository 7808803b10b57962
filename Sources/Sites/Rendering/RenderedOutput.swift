import Diagnostics

/// The bytes of one output and what the link check needs of them.
public struct RenderedOutput: Sendable {
  public var bytes: [UInt8]
  /// Makes the bytes of a file that grows with the site, in place of `bytes`: some whole lines at a time.
  public var pieces: (@Sendable () -> AnyIterator<[UInt8]>)?
  /// Addresses inside the site that the page refers to, each once, in order.
  public var links: [PageLink]
  /// The `id`s on the page, in order.
  public var ids: [String]
  public var diagnostics: [Diagnostic]

  init(bytes: [UInt8], links: [PageLink] = [], ids: [String] = [], diagnostics: [Diagnostic] = []) {
    self.bytes = bytes
    self.links = links
    self.ids = ids
    self.diagnostics = diagnostics
  }

  init(pieces: @escaping @Sendable () -> AnyIterator<[UInt8]>) {
    self.init(bytes: [])
    self.pieces = pieces
  }

  /// Its bytes, in pieces or at once.
  public var parts: AnyIterator<[UInt8]> { pieces?() ?? AnyIterator(CollectionOfOne(bytes).makeIterator()) }

  /// All of it at once.
  public var wholeBytes: [UInt8] { parts.reduce(into: []) { $0 += $1 } }
}

/// An address inside the site.
public struct PageLink: Sendable, Hashable {
  /// Site path, decoded: `d/x/`; empty for the home page.
  public var path: String
  /// The id that is meant, decoded.
  public var fragment: String?

  /// The id that has to be there; every page has a top.
  var target: String? { fragment.flatMap { $0.isEmpty || $0 == "top" ? nil : $0 } }
}
