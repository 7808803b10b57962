/// A part while it is being read: ranges of the flow, not yet text.
struct PartDraft {
  var role: Part.Role
  var label: String?
  var titleLines: [FlowLine] = []
  var title: String?
  /// Other complete titles above the printed one.
  var otherTitles: [String] = []
  var number: DocumentNumber?
  var otherNumbers: [String] = []
  var letterheads: [String] = []
  var addressee: String?
  var body: [FlowLine] = []
  var organs: [String] = []
  var signers: [String] = []
  var date: CivilDate?
  var dateText: String?
  /// A date between title and text.
  var headDate: CivilDate?
  var headDateText: String?
  var notes: [String] = []
  /// The day on which a speech was given.
  var occasion: CivilDate?
  var line: Int

  init(role: Part.Role, line: Int) {
    self.role = role
    self.line = line
  }

  var isSigned: Bool { dateText != nil || !organs.isEmpty || (!signers.isEmpty && occasion == nil) }
  var isEmpty: Bool {
    title == nil && label == nil && body.isEmpty && !isSigned && number == nil && addressee == nil
      && notes.isEmpty
  }
}
