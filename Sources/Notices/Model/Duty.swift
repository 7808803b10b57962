/// Work that one bracketed clause (`（责任单位：…）`) gives to organs.
public struct Duty: Sendable, Equatable {
  public struct Organ: Sendable, Equatable {
    public enum Role: String, Sendable { case lead, responsible, support }
    /// As printed.
    public var name: String
    public var role: Role
    /// 各镇人民政府, 县直有关单位: names a group, not one organ.
    public var collective: Bool
    public init(name: String, role: Role, collective: Bool) {
      self.name = name
      self.role = role
      self.collective = collective
    }
  }
  /// The clause it stands in.
  public var anchor: String
  /// The clause's heading, or its first sentence.
  public var task: String
  /// How the clause is cited: `第35项`.
  public var clause: String?
  public var organs: [Organ]
  /// The list ends in 等.
  public var open: Bool
  public var deadlines: [Deadline]
  public var targets: [String]
  /// Taken over from the clause above, because the text says so.
  public var inherited: Bool
  public init(
    anchor: String, task: String, clause: String? = nil, organs: [Organ], open: Bool = false,
    deadlines: [Deadline] = [], targets: [String] = [], inherited: Bool = false
  ) {
    self.anchor = anchor
    self.task = task
    self.clause = clause
    self.organs = organs
    self.open = open
    self.deadlines = deadlines
    self.targets = targets
    self.inherited = inherited
  }
}

public struct Deadline: Sendable, Equatable {
  public enum Kind: String, Sendable {
    /// 到2017年12月底前
    case point
    /// 到2018年
    case year
    /// 每年第一季度
    case recurring
    /// 自2018年起
    case start
    /// 原则上应当在2019年年底前完成, said once for the whole document
    case `default`
  }
  /// As printed.
  public var text: String
  public var kind: Kind
  /// The last day meant, when there is one.
  public var on: CivilDate?
  public init(text: String, kind: Kind, on: CivilDate? = nil) {
    self.text = text
    self.kind = kind
    self.on = on
  }
}
