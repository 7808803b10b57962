/// One text of a document: the notice itself, or one that it carries.
public struct Part: Sendable, Equatable {
  public enum Role: String, Sendable { case main, forwarded, issued, annex, interpretation }
  public var role: Role
  /// What stands above the title: `附件1`.
  public var label: String?
  public var title: String?
  public var documentNumber: DocumentNumber?
  /// 主送机关 without the final colon, as printed.
  public var addressee: String?
  public var body: [Block] = []
  public var signature: Signature?
  /// 附注: （此件公开发布）, status lines.
  public var notes: [String] = []
  /// Line of the title, or of the first block when there is none.
  public var line: Int = 1

  public init(role: Role, title: String? = nil) {
    self.role = role
    self.title = title
  }
}

/// 落款
public struct Signature: Sendable, Equatable {
  public var organs: [String]
  public var signers: [String]
  public var date: CivilDate?
  /// The date as printed.
  public var dateText: String?
  public init(organs: [String] = [], signers: [String] = [], date: CivilDate? = nil, dateText: String? = nil)
  {
    self.organs = organs
    self.signers = signers
    self.date = date
    self.dateText = dateText
  }
}
