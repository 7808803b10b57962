/// A mention of another document.
public struct Citation: Sendable, Equatable {
  public enum Kind: String, Sendable { case cites, forwards, implements, amends, repeals, interprets }
  public var anchor: String
  /// As printed, number and title together.
  public var text: String
  /// Without the outer 《》.
  public var title: String?
  /// Normal form.
  public var number: String?
  public var kind: Kind
  public init(anchor: String, text: String, title: String? = nil, number: String? = nil, kind: Kind = .cites)
  {
    self.anchor = anchor
    self.text = text
    self.title = title
    self.number = number
    self.kind = kind
  }
}

/// What a sentence does to the life of a document.
public struct Effect: Sendable, Equatable {
  public enum Kind: String, Sendable { case commences, expires, repeals, amends, repealed, amended, horizon }
  public var kind: Kind
  /// The day it happens, when the text states one.
  public var on: CivilDate?
  /// Index into `Notice.citations` when it is about another document; `nil`: about this one.
  public var citation: Int?
  public var anchor: String?
  /// The sentence that says so.
  public var evidence: String
  public init(kind: Kind, on: CivilDate? = nil, citation: Int? = nil, anchor: String? = nil, evidence: String)
  {
    self.kind = kind
    self.on = on
    self.citation = citation
    self.anchor = anchor
    self.evidence = evidence
  }
}
