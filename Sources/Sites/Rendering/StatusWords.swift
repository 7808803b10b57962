/// The words for states of validity: adjectives that have ended are said as they are.
struct StatusWords {
  private let strings: Strings
  init(_ strings: Strings) { self.strings = strings }

  func word(_ status: Validity.Status) -> String {
    switch status {
    case .effective: strings(.statusEffective)
    case .amended: strings(.statusAmended)
    case .repealed: strings(.statusRepealed)
    case .expired: strings(.statusExpired)
    case .unknown: strings(.statusUnknown)
    }
  }

  /// The derived state; a plan whose years are over is not called expired.
  func word(_ derivation: Validity.Derivation) -> String {
    derivation.reason == .horizon ? strings(.statusHorizon) : word(derivation.status)
  }

  /// The word after a citation of a document that is no longer in force as it was; `nil` for others.
  func ended(_ validity: Validity) -> String? {
    for status in validity.statuses where status != .effective && status != .unknown {
      if let derived = validity.derived, derived.status == status { return word(derived) }
      return word(status)
    }
    return nil
  }

  /// Badges: the declared state marked as declared when the derived one differs, both in words.
  func badges(_ validity: Validity) -> [(text: String, status: String)] {
    var result: [(String, String)] = []
    let disagrees = validity.derived.map { $0.status != validity.status } ?? false
    if let declared = validity.declared, disagrees {
      result.append((strings(.statusDeclared, declared), validity.status.rawValue))
    } else if validity.status != .unknown {
      let derived = validity.derived.flatMap { $0.status == validity.status ? $0 : nil }
      result.append(
        (derived.map(word) ?? word(validity.status), derived.map(key) ?? validity.status.rawValue))
    }
    if disagrees, let derived = validity.derived { result.append((word(derived), key(derived))) }
    if validity.pendingFrom != nil { result.append((strings(.statusPending), "pending")) }
    return result
  }

  /// The state's name for style sheets; a plan whose years are over is told from a document that has expired.
  func key(_ derivation: Validity.Derivation) -> String {
    derivation.reason == .horizon ? "horizon" : derivation.status.rawValue
  }
}
