import Notices

/// A published document as the whole site knows it.
public struct CatalogEntry: Sendable, Equatable {
  /// Permanent; `[a-z0-9-]`.
  public var id: String
  public var record: NoticeRecord
  /// Ids this document had earlier; each is an address that leads here.
  public var formerIDs: [String] = []
  public var validity = Validity()
  /// One an entry of `record.citations`: the document meant, when it is in this site and certain.
  public var citationTargets: [Int?] = []
  /// Documents that mention this one, newest first.
  public var citedBy: [Relation] = []
  /// 解读 of this document.
  public var interpretedBy: [Int] = []
  /// The documents that this 解读 explains.
  public var interprets: [Int] = []
  public var attachments: [ResolvedAttachment] = []
  /// Addresses in the body that name files of `content/`, by the address as written.
  public var references: [String: ResolvedReference] = [:]
  /// Addresses of images in the body whose files are no images.
  public var brokenImages: Set<String> = []
  /// What replaced a withdrawn document.
  public var replacedBy: Int?

  init(id: String, record: NoticeRecord) {
    self.id = id
    self.record = record
  }

  /// Site path of the page's folder: `d/ning-fa-2017-10/`.
  public var address: String { "d/\(id)/" }
  public var title: String { record.displayTitle }
  /// Who issued it, else who published it; for rows and search.
  public var organ: String? {
    record.issuers.isEmpty ? record.publisher : record.issuers.joined(separator: " ")
  }
  public var date: CivilDate? { record.sortDate }
  /// Site path of the text without markup.
  var textAddress: String { address + "text.txt" }
  /// Site path of the copy of the source, `d/<id>/source.txt`.
  public var sourceAddress: String {
    let ending = SitePath.fileExtension(record.source.path)
    let known = ["txt", "md", "markdown", "html", "htm"].contains(ending)
    return "\(address)source.\(known ? ending : "txt")"
  }
}

/// Another document and what it does to this one.
public struct Relation: Sendable, Hashable {
  /// Index of the other document in `Catalog.entries`.
  public var entry: Int
  public var kind: Citation.Kind
  /// The clause of the other document that says so.
  public var anchor: String
}

/// A file that belongs to a document.
public struct ResolvedAttachment: Sendable, Hashable {
  public var label: String?
  public var name: String
  /// The file in `content/`; `nil` when none was found.
  public var file: ContentFile?
  /// Site path of the copy; `nil` without a file.
  public var address: String?
}

/// What a relative address in a document leads to.
public enum ResolvedReference: Sendable, Hashable {
  /// Another document of the site, by index, or a page (`pages`).
  case document(String)
  /// A file that is copied beside the page: its site path.
  case file(String)
  /// Nothing in `content/`.
  case missing
}

/// The life of a document: what the office declares beside what the texts say on the build's day.
public struct Validity: Sendable, Equatable {
  public enum Status: String, Sendable, CaseIterable { case effective, amended, repealed, expired, unknown }

  /// As printed.
  public var declared: String?
  /// The declared status; without one the derived; else unknown.
  public var status: Status = .unknown
  public var derived: Derivation?
  /// The first day on which it is in force, when that is after the build's day.
  public var pendingFrom: CivilDate?

  public struct Derivation: Sendable, Equatable {
    public var status: Status
    public var on: CivilDate?
    public var reason: Reason
    public var evidence: [Evidence]
  }

  public enum Reason: String, Sendable {
    /// Another document repeals or amends it.
    case otherDocument
    /// 有效期 ended.
    case term
    /// The years of its plan are over.
    case horizon
    /// The page itself says so.
    case statement
  }

  public struct Evidence: Sendable, Equatable {
    /// The document that says it; `nil`: this one.
    public var entry: Int?
    public var anchor: String?
    public var text: String
  }

  /// Every status that lists show this document under.
  public var statuses: [Status] {
    guard let derived, derived.status != status else { return [status] }
    return [status, derived.status]
  }
}
