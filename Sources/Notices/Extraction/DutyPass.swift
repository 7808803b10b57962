/// Collects the duties of a notice: bracketed clauses first, then lines with a label (`责任单位：…`), and tables when
/// there is nothing else.
struct DutyPass {
  private(set) var duties: [Duty] = []
  /// Marks for the text, by unit.
  private(set) var spans: UnitLists<Span>
  /// Units with a label and no organ behind it.
  private(set) var empty: [(unit: Int, range: Range<Int>)] = []

  private let tree: UnitTree
  /// The bracketed clauses of each unit, bare lists among them.
  private var brackets: UnitLists<(range: Range<Int>, duty: DutyBracket)>
  private let deadlines: DeadlineParser
  /// The stretches so far; what the next duty of the running clause is about are those from `scopeStart` on.
  private var stretches: [(unit: Int, range: Range<Int>)] = []
  private var scopeStart = 0
  private var scopeClause: Int?
  /// By clause.
  private var hasDuty: [Bool]
  private var lastDuty: (unit: Int, isLine: Bool, isHeading: Bool)?

  init(_ notice: borrowing Notice, _ tree: UnitTree) {
    self.tree = tree
    spans = UnitLists(units: tree.texts.count)
    brackets = UnitLists(units: tree.texts.count)
    hasDuty = Array(repeating: false, count: tree.clauses.count)
    stretches.reserveCapacity(tree.texts.count)
    let year = notice.dates.issued?.year ?? notice.documentNumber?.year ?? notice.dates.published?.year
    deadlines = DeadlineParser(issuedYear: year)
    for index in tree.texts.indices
    where tree.texts.signals(index).isSuperset(of: Brackets.signals) && !tree.isCell(index) {
      brackets.append(DutyPass.brackets(tree.texts[index]), to: index)
    }
    let trustsBare = countBare() >= 3
    for index in tree.texts.indices where !tree.isCell(index) { read(index, trustsBare: trustsBare) }
    if duties.isEmpty { readTables() }
    if !duties.isEmpty, firstLeads() { markFirstAsLead() }
    addDefault()
  }

  // MARK: Text

  private mutating func read(_ index: Int, trustsBare: Bool) {
    let clause = tree.clause(of: index)
    if clause != scopeClause || clause == nil {
      extendHeadingDuty(before: index)
      scopeStart = stretches.count
      scopeClause = clause
    }
    guard mayHoldDuty(index) else {
      stretches.append((index, 0..<tree.texts.length(index)))
      return
    }
    if readLine(index) { return }
    let text = tree.texts[index]
    var start = 0
    for (bracket, duty) in brackets[index] {
      if duty.isBare, !trustsBare || !standsAtEnd(text, bracket) { continue }
      if duty.isEmpty {
        empty.append((index, bracket))
        continue
      }
      stretches.append((index, start..<bracket.lowerBound))
      add(duty, index, bracket, isLine: false)
      start = bracket.upperBound
    }
    if let tail = labelledTail(text, from: start) {
      let duty = DutyBracket(text, tail)
      if let duty, !duty.isEmpty {
        stretches.append((index, start..<tail.lowerBound))
        add(duty, index, tail, isLine: false)
        start = tail.upperBound
      }
    }
    stretches.append((index, start..<text.count))
  }

  /// A duty has a bracket or a label.
  private func mayHoldDuty(_ index: Int) -> Bool {
    tree.texts.signals(index).contains(.colon) || tree.hasLabel(index) || !brackets.isEmpty(index)
  }

  private static func brackets(_ text: ScalarText) -> [(range: Range<Int>, duty: DutyBracket)] {
    Brackets.all(text).compactMap { range in
      DutyBracket(text, range.lowerBound + 1..<range.upperBound - 1).map { (range, $0) }
    }
  }

  /// A bare list is a duty only where a clause or sentence ends.
  private func standsAtEnd(_ text: ScalarText, _ bracket: Range<Int>) -> Bool {
    let before = text.skipSpaces(before: bracket.lowerBound)
    var after = text.skipSpaces(bracket.upperBound)
    let afterSentence = before > 0 && (text[before - 1] == 0x3002 || text[before - 1] == 0x3B)
    if text[after] == 0x3002 || text[after] == 0x3B { after = text.skipSpaces(after + 1) }
    return afterSentence || (after >= text.count && before > 8)
  }

  /// How many bare lists could be duties: one or two are chance.
  private func countBare() -> Int {
    var count = 0
    for index in brackets.filled {
      for (range, duty) in brackets[index] where duty.isBare && duty.assignments[0].names.count > 1 {
        if standsAtEnd(tree.texts[index], range) { count += 1 }
      }
      if count >= 3 { break }
    }
    return count
  }

  /// `…工作机制。责任单位：县编办、县财政局` without brackets, at the end of a paragraph.
  private func labelledTail(_ text: ScalarText, from start: Int) -> Range<Int>? {
    guard text.signals.contains(.colon) else { return nil }
    var rest = max(start, text.count - DutyBracket.longest - 1)..<text.count
    while let end = text.firstIndex(in: rest, where: { $0 == 0x3002 || $0 == 0x20 || $0 == 0x0A }) {
      let at = end + 1
      if let label = DutyBracket.label(text, at, at..<min(text.count, at + 20)), label.role != nil,
        label.range.count >= 4, text[label.range.upperBound - 1] == 0x3A
      {
        return at..<text.count
      }
      rest = at..<text.count
    }
    return nil
  }

  /// A paragraph that is only `责任单位：…`; lines that follow each other make one duty.
  private mutating func readLine(_ index: Int) -> Bool {
    let text = tree.texts[index]
    guard tree.places[index].role == .paragraph else { return false }
    var duty: DutyBracket?
    if let label = tree.places[index].label {
      if DutyPass.isDeadlineLabel(label) { return addDeadlineLine(index) }
      guard DutyPass.isRoleLabel(label) else { return false }
      duty = DutyBracket(label: label, text)
    } else if text.signals.contains(.colon),
      let first = DutyBracket.label(text, 0, 0..<min(text.count, 24)),
      first.range.count >= 4, text[first.range.upperBound - 1] == 0x3A
    {
      if first.role == nil { return first.isDeadline && addDeadlineLine(index, from: first.range.upperBound) }
      duty = DutyBracket(text, text.all)
    }
    guard let duty, !duty.isEmpty, !duty.isBare else { return false }
    if let last = lastDuty, last.isLine, last.unit == index - 1, let current = duties.indices.last {
      let organs = organs(duty, text)
      duties[current].organs += organs
      duties[current].open = duties[current].open || duty.isOpen
      lastDuty = (index, true, false)
      return true
    }
    add(duty, index, text.all, isLine: true)
    return true
  }

  private mutating func addDeadlineLine(_ index: Int, from start: Int = 0) -> Bool {
    guard let last = lastDuty, last.isLine, last.unit == index - 1, let duty = duties.indices.last else {
      return false
    }
    let text = tree.texts[index]
    duties[duty].deadlines.append(stated(text, text.trimmed(start..<text.count)))
    lastDuty = (index, true, false)
    return true
  }

  static func isRoleLabel(_ label: String) -> Bool {
    roleLabels.contains(TextKey(label))
  }

  private static let roleLabels = Set(
    DutyBracket.roleLabels.filter { $0.word.count >= 4 }.map {
      TextKey(PackedScalars.string($0.word.scalars[...], folded: true))
    })

  static func isDeadlineLabel(_ label: String) -> Bool { deadlineLabels.contains(TextKey(label)) }

  private static let deadlineLabels = Set(
    ["完成时限", "完成时间", "时限要求", "完成期限", "时间要求", "工作时限", "办结时限"].map(TextKey.init))

  // MARK: One duty

  private mutating func add(_ bracket: DutyBracket, _ index: Int, _ range: Range<Int>, isLine: Bool) {
    let (text, place) = (tree.texts[index], tree.places[index])
    let (number, clauseAnchor) = (duties.count, tree.clauseAnchor(index))
    var duty = Duty(
      anchor: clauseAnchor.isEmpty ? place.anchor : clauseAnchor, task: task(index),
      clause: ClauseName.name(of: place.clause, in: tree.clauses), organs: organs(bracket, text),
      open: bracket.isOpen)
    if bracket.inherits, duty.organs.isEmpty, let before = duties.last {
      duty.organs = before.organs
      duty.open = before.open
      duty.inherited = true
    }
    if bracket.firstLeads, !duty.organs.isEmpty { duty.organs[0].role = .lead }
    collect(into: &duty, number)
    for stated in bracket.deadlines {
      spans.append(
        Span(.deadline(duty: number, duty.deadlines.count), start: stated.lowerBound, end: stated.upperBound),
        to: index)
      duty.deadlines.append(self.stated(text, stated))
    }
    spans.append(Span(.duty(number), start: range.lowerBound, end: range.upperBound), to: index)
    duties.append(duty)
    if let clause = place.clause { hasDuty[clause] = true }
    lastDuty = (index, isLine, place.role == .heading)
    scopeStart = stretches.count
  }

  /// Deadlines and targets of the stretches that a duty is about.
  private mutating func collect(into duty: inout Duty, _ number: Int) {
    for (unit, range) in stretches[scopeStart...] {
      let text = tree.texts[unit]
      for found in deadlines.all(text, in: range) {
        spans.append(
          Span(
            .deadline(duty: number, duty.deadlines.count), start: found.range.lowerBound,
            end: found.range.upperBound), to: unit)
        duty.deadlines.append(found.deadline)
      }
      for target in TargetParser.all(text, in: range) { duty.targets.append(text.string(target)) }
    }
  }

  /// A bracket in a heading speaks of all that follows in its clause.
  private mutating func extendHeadingDuty(before index: Int) {
    guard let last = lastDuty, last.isHeading, scopeStart < stretches.count, let number = duties.indices.last,
      tree.places[last.unit].clause == scopeClause,
      stretches[scopeStart...].allSatisfy({ $0.unit >= last.unit })
    else { return }
    var duty = duties[number]
    collect(into: &duty, number)
    duties[number] = duty
    lastDuty = nil
  }

  /// The heading of the clause, or the first sentence that the duty is about.
  private func task(_ index: Int) -> String {
    let clause = tree.places[index].clause
    if let clause, !hasDuty[clause], tree.clauses[clause].heading != nil {
      let heading = tree.clauses[clause].units.lowerBound
      let text = tree.texts[heading]
      let range = text.trimmed(0..<(brackets[heading].first?.range.lowerBound ?? text.count))
      if !range.isEmpty { return text.string(range) }
    }
    for (unit, range) in stretches[scopeStart...] {
      let text = tree.texts[unit]
      var trimmed = text.trimmed(range)
      while !trimmed.isEmpty, DutyPass.stops.contains(text[trimmed.lowerBound]) {
        trimmed = text.trimmed(trimmed.lowerBound + 1..<trimmed.upperBound)
      }
      guard trimmed.count > 1 else { continue }
      var end = trimmed.lowerBound
      while end < trimmed.upperBound, end - trimmed.lowerBound < 120, !Glyph.endsSentence(text[end]) {
        end += 1
      }
      if end > trimmed.lowerBound { return text.string(trimmed.lowerBound..<end) }
    }
    if let clause { return tree.clauses[clause].heading ?? "" }
    return ""
  }

  /// 。 ； ， 、 : what a sentence before a bracket leaves behind it.
  private static let stops: Set<UInt32> = [0x3002, 0x3B, 0x2C, 0x3001]

  private func organs(_ bracket: DutyBracket, _ text: ScalarText) -> [Duty.Organ] {
    var result: [Duty.Organ] = []
    result.reserveCapacity(bracket.assignments.reduce(0) { $0 + $1.names.count })
    for assignment in bracket.assignments {
      for range in assignment.names {
        result.append(
          Duty.Organ(
            name: name(text, range), role: assignment.role,
            collective: OrganForms.isCollective(text, range)))
      }
    }
    return result
  }

  /// As printed, without line breaks and the layout spaces that stand between Han characters.
  private func name(_ text: ScalarText, _ range: Range<Int>) -> String {
    if text.firstIndex(in: range, where: Glyph.isSpace) == nil { return text.string(range) }
    return text.string(range, folded: false) {
      !Glyph.isSpace(text[$0]) || !(Glyph.isHan(text[$0 - 1]) || Glyph.isHan(text[$0 + 1]))
    }
  }

  /// A deadline that a label or a bracket states: its words, and the day when they hold one.
  private func stated(_ text: ScalarText, _ range: Range<Int>) -> Deadline {
    let words = text.string(range)
    let found = DeadlineParser(issuedYear: nil).all(text, in: range)
    if found.count == 1, let only = found.first {
      return Deadline(text: words, kind: only.deadline.kind, on: only.deadline.on)
    }
    let dates = DateParser.all(text, in: range)
    if let last = dates.last {
      return Deadline(
        text: words, kind: dates.count == 1 && last.unit == .year ? .year : .point, on: last.last)
    }
    let recurs =
      found.contains { $0.deadline.kind == .recurring } || DutyPass.lasting.contains(in: text, range)
    return Deadline(text: words, kind: recurs ? .recurring : .point)
  }

  private static let lasting: WordSet = ["长期", "持续", "常态", "每年", "每月", "每季度", "经常", "全年"]

  // MARK: Said once for all

  /// `责任单位列第一位的为牵头单位`
  private func firstLeads() -> Bool {
    tree.texts.indices.contains { index in
      guard DutyBracket.firstLeadNotes.mayStand(tree.texts.signals(index)) else { return false }
      let text = tree.texts[index]
      guard let note = DutyBracket.firstLeadNotes.first(in: text, text.all) else { return false }
      return text.contains(DutyPass.lead, in: Sentence.around(text, note.lowerBound))
    }
  }

  private static let lead: Word = "牵头"

  private mutating func markFirstAsLead() {
    for index in duties.indices
    where duties[index].organs.count > 1 && !duties[index].organs.contains(where: { $0.role == .lead }) {
      duties[index].organs[0].role = .lead
    }
  }

  /// `各项任务除已明确完成时限外，原则上应当在2019年年底前完成`: for every duty without a deadline of its own.
  private mutating func addDefault() {
    guard !duties.isEmpty, let deadline = defaultDeadline() else { return }
    for index in duties.indices where duties[index].deadlines.isEmpty { duties[index].deadlines = [deadline] }
  }

  private func defaultDeadline() -> Deadline? {
    for index in tree.texts.indices where DutyPass.defaultWords.mayStand(tree.texts.signals(index)) {
      let text = tree.texts[index]
      guard let word = DutyPass.defaultWords.first(in: text, text.all) else { continue }
      let sentence = Sentence.around(text, word.lowerBound)
      guard DutyPass.tasks.contains(in: text, sentence),
        let found = deadlines.all(text, in: sentence).last, found.deadline.kind == .point
      else { continue }
      var end = found.range.upperBound
      if let done = text.find(DutyPass.done, in: end..<min(sentence.upperBound, end + 8)) {
        end = done + 2
      }
      let principle = text.findLast(
        DutyPass.principally, in: sentence.lowerBound..<found.range.lowerBound)
      return Deadline(
        text: text.string((principle ?? found.range.lowerBound)..<end), kind: .default,
        on: found.deadline.on)
    }
    return nil
  }

  private static let done: Word = "完成"
  private static let principally: Word = "原则上"
  private static let defaultWords: WordSet = [
    "原则上", "未明确", "已明确", "未注明", "未标注", "没有明确", "未列明", "未作明确", "未规定", "无明确", "没有注明",
  ]
  private static let tasks: WordSet = ["任务", "工作", "事项", "措施"]

  // MARK: Tables

  private mutating func readTables() {
    for row in DutyTable.rows(of: tree) {
      let number = duties.count
      var duty = Duty(
        anchor: tree.places[row.organs[0].unit].anchor,
        task: row.task.map { oneLine(tree.texts[$0]) } ?? "",
        clause: ClauseName.name(of: tree.places[row.organs[0].unit].clause, in: tree.clauses), organs: [])
      for (unit, role) in row.organs {
        let text = tree.texts[unit]
        let list = OrganList(text, text.all)
        duty.open = duty.open || list.isOpen
        duty.organs += list.names.map {
          Duty.Organ(name: name(text, $0), role: role, collective: OrganForms.isCollective(text, $0))
        }
        spans.append(Span(.duty(number), start: 0, end: text.count), to: unit)
      }
      guard !duty.organs.isEmpty else { continue }
      if let unit = row.deadline {
        let text = tree.texts[unit]
        duty.deadlines.append(stated(text, text.trimmed(text.all)))
        spans.append(Span(.deadline(duty: number, 0), start: 0, end: text.count), to: unit)
      }
      if let unit = row.task {
        duty.targets = TargetParser.all(tree.texts[unit], in: tree.texts[unit].all).map {
          tree.texts[unit].string($0)
        }
      }
      duties.append(duty)
    }
  }

  private func oneLine(_ text: ScalarText) -> String {
    let range = text.trimmed(text.all)
    return text.string(range).split(whereSeparator: \.isNewline).joined()
  }
}
