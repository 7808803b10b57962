import Diagnostics
import Notices

/// Everything a catalogue keeps of a notice: no body, no diagnostics. Some kilobytes each, so that a hundred thousand
/// fit into memory.
public struct NoticeRecord: Sendable, Equatable {
  public var source: NoticeSource
  public var language: String
  public var title: String?
  public var altTitles: [String]
  public var kind: String?
  public var documentNumber: DocumentNumber?
  public var otherNumbers: [String]
  public var indexNumber: String?
  public var publisher: String?
  public var issuers: [String]
  public var dates: NoticeDates
  public var declaredValidity: String?
  public var catalog: [String]
  public var classifications: [NamedValues]
  public var summary: String?
  public var parts: [PartOutline]
  public var attachments: [Attachment]
  public var citations: [Citation]
  public var effects: [Effect]
  public var duties: [Duty]
  public var directives: Directives
  /// Relative links and images of the body, in reading order, each once.
  public var references: [LocalReference]

  /// A part without its body.
  public struct PartOutline: Sendable, Equatable {
    public var role: Part.Role
    public var title: String?
    public var documentNumber: DocumentNumber?
    public var organs: [String]
    public var date: CivilDate?
    /// There is text below the title.
    public var hasBody: Bool
  }

  /// An address in the body that may name a file in `content/`.
  public struct LocalReference: Sendable, Hashable {
    /// As written.
    public var destination: String
    public var image: Bool
    public var line: Int
  }

  /// How much there is to search: what the index is laid out by.
  public struct Extent: Sendable, Equatable {
    /// Those that go on with others are not counted.
    public var clauses: Int
    /// UTF-8 bytes of all clauses.
    var bytes: Int
    /// About so many characters.
    public var characters: Int { bytes / 3 }
  }
  public let extent: Extent

  public init(notice: Notice) {
    source = notice.source
    language = notice.language
    title = notice.title
    altTitles = notice.altTitles
    kind = notice.kind
    documentNumber = notice.documentNumber
    otherNumbers = notice.otherNumbers
    indexNumber = notice.indexNumber
    publisher = notice.publisher
    issuers = notice.issuers
    dates = notice.dates
    declaredValidity = notice.declaredValidity
    catalog = notice.catalog
    classifications = notice.classifications
    summary = notice.summary
    parts = notice.parts.map {
      PartOutline(
        role: $0.role, title: $0.title, documentNumber: $0.documentNumber, organs: $0.signature?.organs ?? [],
        date: $0.signature?.date, hasBody: !$0.body.isEmpty)
    }
    attachments = notice.attachments
    citations = notice.citations
    effects = notice.effects
    duties = notice.duties
    directives = notice.directives
    references = LocalReferenceCollector.collect(notice)
    let clauses = notice.clauses
    extent = Extent(
      clauses: clauses.count { !$0.continues }, bytes: clauses.reduce(0) { $0 + $1.text.utf8.count })
  }

  /// `content/`-relative path of the source.
  public var path: String { ContentPath.relative(source.path) }

  /// The title, or what can stand for it on a list: the first part's, else the file's name.
  public var displayTitle: String {
    title ?? parts.lazy.compactMap(\.title).first ?? SitePath.stem(source.path)
  }

  /// Pages such as 公开指南 stand outside the catalogue.
  public var isPage: Bool { directives.type == "page" }

  /// The date that lists sort by: published, else issued, else in force.
  public var sortDate: CivilDate? { dates.published ?? dates.issued ?? dates.effective }

  /// Every number the document bears, its own first, each once, in normal form.
  public var numbers: [String] {
    var seen = Set<String>()
    let all =
      [documentNumber?.text].compactMap { $0 } + parts.compactMap { $0.documentNumber?.text } + otherNumbers
    return all.filter { seen.insert($0).inserted }
  }
}

/// Walks the blocks of a notice for relative addresses.
enum LocalReferenceCollector {
  static func collect(_ notice: Notice) -> [NoticeRecord.LocalReference] {
    var found: [NoticeRecord.LocalReference] = []
    var seen = Set<String>()
    func add(_ destination: String, _ image: Bool, _ line: Int) {
      // Places on the same page are kept for their line: the page may not have them.
      if !destination.hasPrefix("#") {
        guard case .relative = WebAddress.classify(destination) else { return }
      }
      guard seen.insert((image ? "!" : "") + destination).inserted else { return }
      found.append(.init(destination: destination, image: image, line: line))
    }
    func text(_ text: RichText, _ line: Int) {
      for span in text.spans {
        switch span.mark {
        case .link(let destination, _): add(destination, false, line)
        case .image(let destination, _): add(destination, true, line)
        default: break
        }
      }
    }
    func walk(_ blocks: [Block]) {
      for block in blocks {
        switch block {
        case .section(let section):
          if let heading = section.heading { text(heading, section.line) }
          walk(section.children)
        case .paragraph(let paragraph): text(paragraph.text, paragraph.line)
        case .list(let list): list.items.forEach(walk)
        case .table(let table):
          for cell in table.head { text(cell, table.line) }
          for row in table.rows { for cell in row { text(cell, table.line) } }
        case .quote(let container): walk(container.children)
        case .image(let image): add(image.destination, true, image.line)
        case .preformatted, .rule: break
        }
      }
    }
    for part in notice.parts { walk(part.body) }
    return found
  }
}
