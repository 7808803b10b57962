/// Reads one bracketed clause that gives work to organs: `（责任单位：…）`, `（…牵头，…配合）`, `（…按职责分工负责）`, `（财政部、教育部）`.
struct DutyBracket {
  struct Assignment: Equatable {
    var names: [Range<Int>]
    var role: Duty.Organ.Role
  }
  var assignments: [Assignment] = []
  var isOpen = false
  /// `完成时限：2017年12月底`, `持续推进`: words for a deadline inside the bracket.
  var deadlines: [Range<Int>] = []
  /// `责任单位同上`
  var inherits = false
  /// Labelled, or with a verb: certain. A bare list is only believed at the end of a sentence.
  var isBare = false
  /// A label without any organ behind it.
  var isEmpty: Bool { assignments.allSatisfy { $0.names.isEmpty } && !inherits }
  /// 列第一位的为牵头单位
  var firstLeads = false

  static let longest = 1_500

  /// `inner` is the text between the marks.
  init?(_ text: ScalarText, _ inner: Range<Int>) {
    guard inner.count >= 2, inner.count <= DutyBracket.longest else { return nil }
    let range = text.trimmed(inner)
    if readLabels(text, range) || readVerbs(text, range) || readBare(text, range) {
      firstLeads = DutyBracket.firstLeadNotes.contains(in: text, range)
    } else {
      return nil
    }
  }

  // MARK: Labels

  struct Label {
    var range: Range<Int>
    var role: Duty.Organ.Role?
    var isDeadline: Bool
  }

  /// `责任单位：A、B；配合单位：C；完成时限：2017年底`
  private mutating func readLabels(_ text: ScalarText, _ range: Range<Int>) -> Bool {
    let labels = DutyBracket.labels(text, range)
    guard let first = labels.first,
      first.range.lowerBound - range.lowerBound <= 2 || text[first.range.upperBound - 1] == 0x3A,
      labels.contains(where: { $0.role != nil })
    else { return false }
    for (index, label) in labels.enumerated() {
      let end = index + 1 < labels.count ? labels[index + 1].range.lowerBound : range.upperBound
      let value = DutyBracket.value(text, label.range.upperBound..<end)
      if label.isDeadline {
        if !value.isEmpty { deadlines.append(value) }
      } else if let role = label.role {
        if DutyBracket.sameAbove.length(in: text, at: value.lowerBound) > 0 {
          inherits = true
        } else {
          assign(text, value, role)
        }
      }
    }
    return true
  }

  /// Reads the value of a label that stands outside a bracket (`责任单位：A、B` as a line of its own).
  init(label: String, _ text: ScalarText) {
    let labelText = ScalarText(label)
    let role =
      DutyBracket.roleLabels.first { labelText.contains($0.word, in: labelText.all) }?.role ?? .responsible
    _ = readLabelled(text, role)
  }

  private mutating func readLabelled(_ text: ScalarText, _ role: Duty.Organ.Role) -> Bool {
    let labels = DutyBracket.labels(text, text.all)
    let end = labels.first?.range.lowerBound ?? text.count
    assign(text, DutyBracket.value(text, 0..<end), role)
    for (index, label) in labels.enumerated() {
      let end = index + 1 < labels.count ? labels[index + 1].range.lowerBound : text.count
      let value = DutyBracket.value(text, label.range.upperBound..<end)
      if label.isDeadline, !value.isEmpty { deadlines.append(value) }
      if let role = label.role { assign(text, value, role) }
    }
    return !isEmpty
  }

  private mutating func assign(_ text: ScalarText, _ value: Range<Int>, _ role: Duty.Organ.Role) {
    // A value may itself say who leads: `责任单位：A牵头，B配合`.
    var inner = DutyBracket()
    if DutyBracket.hasVerb(text, value), inner.readVerbs(text, value) {
      assignments += inner.assignments
      deadlines += inner.deadlines
      isOpen = isOpen || inner.isOpen
      return
    }
    let list = OrganList(text, value)
    isOpen = isOpen || list.isOpen
    if !list.names.isEmpty { assignments.append(Assignment(names: list.names, role: role)) }
  }

  private init() {}

  /// Without the colon, separators and full stops at the ends.
  private static func value(_ text: ScalarText, _ range: Range<Int>) -> Range<Int> {
    var range = text.trimmed(range)
    while !range.isEmpty, isSeparator(text[range.lowerBound]) || text[range.lowerBound] == 0x3A {
      range = text.trimmed(range.lowerBound + 1..<range.upperBound)
    }
    while !range.isEmpty, isSeparator(text[range.upperBound - 1]) || text[range.upperBound - 1] == 0x3002 {
      range = text.trimmed(range.lowerBound..<range.upperBound - 1)
    }
    return range
  }

  private static func isSeparator(_ scalar: UInt32) -> Bool {
    scalar == 0x2C || scalar == 0x3B || scalar == 0x3001
  }

  static func labels(_ text: ScalarText, _ range: Range<Int>) -> [Label] {
    var result: [Label] = []
    // Without a colon in the text, a label opens the stretch.
    let end = text.signals.contains(.colon) ? range.upperBound : min(range.lowerBound + 1, range.upperBound)
    var rest = range.lowerBound..<end
    while let at = text.firstIndex(in: rest, where: labelWords.mayBegin) {
      let label = label(text, at, range)
      if let label { result.append(label) }
      // A label may take in what stands behind the stretch.
      rest = min(label?.range.upperBound ?? at + 1, end)..<end
    }
    return result
  }

  /// A label at `at`: at the start or behind a separator, and with a colon unless it opens the bracket.
  static func label(_ text: ScalarText, _ at: Int, _ range: Range<Int>) -> Label? {
    guard labelWords.length(in: text, at: at) > 0 else { return nil }
    let isFirst = at == range.lowerBound
    let previous = text[text.skipSpaces(before: at) - 1]
    guard
      isFirst || isSeparator(previous) || previous == 0x3002 || text[at - 1] == 0x20 || text[at - 1] == 0x0A
    else {
      return nil
    }
    for (word, role) in roleLabels where text.has(word, at: at) {
      let end = text.skipSpaces(at + word.count)
      if text[end] == 0x3A { return Label(range: at..<end + 1, role: role, isDeadline: false) }
      if text[end] == 0x28, let note = Brackets.range(text, openAt: end, limit: 40),
        text[note.upperBound] == 0x3A
      {
        return Label(range: at..<note.upperBound + 1, role: role, isDeadline: false)
      }
      if isFirst, word.count >= 4, !hasVerb(text, range) {
        return Label(range: at..<at + word.count, role: role, isDeadline: false)
      }
    }
    for word in deadlineLabels where text.has(word, at: at) {
      let end = text.skipSpaces(at + word.count)
      if text[end] == 0x3A { return Label(range: at..<end + 1, role: nil, isDeadline: true) }
    }
    for word in otherLabels where text.has(word, at: at) {
      let end = text.skipSpaces(at + word.count)
      if text[end] == 0x3A { return Label(range: at..<end + 1, role: nil, isDeadline: false) }
    }
    return nil
  }

  /// Longer labels first.
  static let roleLabels: [(word: Word, role: Duty.Organ.Role)] = {
    let lead = [
      "牵头责任单位", "牵头责任部门", "牵头单位", "牵头部门", "牵头单位和部门", "牵头科室", "牵头处室", "主办单位", "主办部门", "主要责任单位", "主责单位", "主责部门",
      "总牵头单位", "牵头机构",
      "第一责任单位", "牵头", "主办", "主牵头单位",
    ]
    let support = [
      "配合责任单位", "配合单位", "配合部门", "协办单位", "协办部门", "协助单位", "协同单位", "参与单位", "参加单位", "参与部门", "支持单位", "协作单位",
      "配合科室", "配合处室", "联办单位", "指导单位", "会办单位",
      "配合", "协办", "协同部门", "协助部门",
    ]
    let responsible = [
      "责任单位和部门", "责任单位及部门", "责任部门和单位", "责任单位", "责任部门", "责任主体", "负责单位", "负责部门", "实施单位", "实施主体", "落实单位", "落实部门",
      "承办单位", "承办部门", "完成单位", "主管部门", "主管单位",
      "责任机构", "责任科室", "责任处室", "责任股室", "组织实施单位", "执行单位", "工作单位", "责任", "责任分工", "职责分工", "任务分工", "分工", "實施單位",
      "責任單位", "主辦單位", "责任方", "具体实施单位",
      "牵头及责任单位", "牵头和责任单位",
    ]
    let all =
      lead.map { (Word($0), Duty.Organ.Role.lead) } + support.map { (Word($0), Duty.Organ.Role.support) }
      + responsible.map { (Word($0), Duty.Organ.Role.responsible) }
    return all.sorted { $0.0.count > $1.0.count }
  }()

  private static let labelWords = WordSet(roleLabels.map(\.word) + deadlineLabels + otherLabels)

  private static let deadlineLabels: [Word] = [
    "完成时限", "完成时间", "完成期限", "时限要求", "时间要求", "工作时限", "办理时限", "时间安排", "完成日期", "时间节点", "时限", "时间", "进度要求",
    "进度安排", "整改时限", "期限", "完成時限",
  ]
  private static let otherLabels: [Word] = [
    "责任人", "责任领导", "牵头领导", "分管领导", "联系人", "责任人员", "督导单位", "督办单位", "督查单位", "备注", "负责人", "督导领导", "市领导", "整改目标",
    "整改措施", "监督单位", "验收单位",
  ]
  static let sameAbove: WordSet = ["同上", "与上同", "同前"]
  static let firstLeadNotes: WordSet = [
    "列第一位", "列首位", "排第一位", "排首位", "排在第一", "排在首位", "列在首位", "列在第一", "第一个单位为牵头", "排名第一", "第一位的为牵头", "首位为牵头",
    "列第一的",
  ]

  // MARK: Verbs

  static func hasVerb(_ text: ScalarText, _ range: Range<Int>) -> Bool {
    mayHoldVerb(text, range) && segments(text, range).contains { verb(text, $0) != nil }
  }

  /// Whether any of the verbs stands there; one that ends a segment may begin a little before it.
  private static func mayHoldVerb(_ text: ScalarText, _ range: Range<Int>) -> Bool {
    anyVerb.contains(in: text, max(0, range.lowerBound - 8)..<range.upperBound)
  }

  /// `A牵头，B、C配合`, `A、B按职责分工负责，持续推进`
  private mutating func readVerbs(_ text: ScalarText, _ range: Range<Int>) -> Bool {
    guard DutyBracket.mayHoldVerb(text, range) else { return false }
    var pending: [Range<Int>] = []
    var found = false
    for segment in DutyBracket.segments(text, range) {
      if let verb = DutyBracket.verb(text, segment) {
        let list = OrganList(text, text.trimmed(segment.lowerBound..<verb.start))
        let (names, partners) = DutyBracket.splitPartners(text, list.names)
        guard DutyBracket.areOrgans(text, pending + names) || (pending + names).isEmpty else { return false }
        if pending.isEmpty, names.isEmpty { continue }
        isOpen = isOpen || list.isOpen
        assignments.append(Assignment(names: pending + names, role: verb.role))
        if !partners.isEmpty { assignments.append(Assignment(names: partners, role: .support)) }
        pending = []
        found = true
      } else if DutyBracket.speaksOfTime(text, segment) {
        deadlines.append(text.trimmed(segment))
      } else {
        let list = OrganList(text, segment)
        isOpen = isOpen || list.isOpen
        pending += list.names
      }
    }
    guard found else {
      assignments = []
      deadlines = []
      return false
    }
    if !pending.isEmpty, DutyBracket.areOrgans(text, pending) {
      assignments.append(Assignment(names: pending, role: assignments.last?.role ?? .responsible))
    }
    return true
  }

  /// `A会同B`: the second supports the first.
  private static func splitPartners(_ text: ScalarText, _ names: [Range<Int>]) -> ([Range<Int>], [Range<Int>])
  {
    guard
      let at = names.firstIndex(where: {
        DutyBracket.partners.length(in: text, before: $0.lowerBound) > 0
      }),
      at > 0
    else { return (names, []) }
    return (Array(names[..<at]), Array(names[at...]))
  }

  private static let partners: WordSet = ["会同", "会"]

  /// At least one name looks like an organ, and none is a sentence.
  private static func areOrgans(_ text: ScalarText, _ names: [Range<Int>]) -> Bool {
    !names.isEmpty && names.contains { OrganForms.isOrgan(text, $0) } && names.allSatisfy { $0.count <= 40 }
  }

  /// Between commas and semicolons outside brackets.
  private static func segments(_ text: ScalarText, _ range: Range<Int>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var (start, depth) = (range.lowerBound, 0)
    for at in range {
      let scalar = text[at]
      if Glyph.closing(scalar) != 0 { depth += 1 }
      if scalar == 0x29 || scalar == 0x5D || scalar == 0x3015 { depth = max(0, depth - 1) }
      if depth == 0, scalar == 0x2C || scalar == 0x3B || scalar == 0x3002 || scalar == 0x0A {
        result.append(start..<at)
        start = at + 1
      }
    }
    result.append(start..<range.upperBound)
    return result.filter { !text.trimmed($0).isEmpty }
  }

  /// The words behind the names that say what they do.
  private static func verb(_ text: ScalarText, _ segment: Range<Int>) -> (role: Duty.Organ.Role, start: Int)?
  {
    let range = text.trimmed(segment)
    for (words, role) in verbs {
      var length = words.length(in: text, before: range.upperBound)
      guard length > 0 else { continue }
      var start = range.upperBound - length
      // 按职责分工 + 负责, 分别 + 牵头
      length = manner.length(in: text, before: start)
      while length > 0 {
        start -= length
        length = manner.length(in: text, before: start)
      }
      return (role, max(start, range.lowerBound))
    }
    return nil
  }

  private static let verbs: [(words: WordSet, role: Duty.Organ.Role)] = [
    (WordSet(leadVerbs), .lead), (WordSet(supportVerbs), .support), (WordSet(responsibleVerbs), .responsible),
  ]

  private static let anyVerb = WordSet(leadVerbs + supportVerbs + responsibleVerbs)

  private static let leadVerbs = [
    "牵头", "牵头负责", "牵头落实", "牵头实施", "主办", "牵头组织", "牵头推进", "共同牵头", "牵头组织实施", "牽頭",
  ]
  private static let supportVerbs = [
    "配合", "参与", "参加", "指导", "督导", "协助", "协办", "支持", "协同", "协同配合", "配合落实", "配合实施", "密切配合", "积极配合", "协助配合",
    "协同推进", "参与配合",
    "共同参与", "协作",
  ]
  private static let responsibleVerbs = [
    "负责", "负责落实", "负责实施", "组织实施", "落实", "承办", "实施", "共同负责", "分工负责", "分别负责", "具体负责", "负责组织实施", "共同落实", "负责推进",
    "依职责负责", "负责制定", "分工落实", "推进落实", "負責",
    "承担", "等负责",
  ]
  private static let manner: WordSet = [
    "按职责分工", "按照职责分工", "按职责", "按照职责", "根据职责", "根据职责分工", "依职责", "依据职责", "依职责分工", "按各自职责", "按照各自职责", "依照职责",
    "结合职责", "按职能分工", "按职能", "按职能职责", "分别", "共同", "各自",
    "具体", "按分工", "按照分工", "根据各自职责", "按各自职责分工", "按照各自职责分工", "在各自职责范围内", "分头", "依各自职责", "依法按职责", "按规定", "组织",
    "统筹",
  ]

  /// `持续推进`, `2020年底前完成`, `长期坚持`
  static func speaksOfTime(_ text: ScalarText, _ segment: Range<Int>) -> Bool {
    timeWords.contains(in: text, segment) || DateParser.first(text, in: segment) != nil
  }

  private static let timeWords: WordSet = [
    "持续推进", "持续实施", "长期坚持", "长期推进", "持续开展", "完成", "年底前", "月底前", "每年", "每季度", "每月", "常态化", "长期", "持续", "立即",
    "个月内", "日内", "年内", "即知即改", "季度", "近期",
  ]

  // MARK: Bare lists

  /// `（工业和信息化部、公安部、应急管理部）`
  private mutating func readBare(_ text: ScalarText, _ range: Range<Int>) -> Bool {
    guard OrganForms.mayName(text, range) else { return false }
    let list = OrganList(text, range)
    guard !list.names.isEmpty, list.names.allSatisfy({ OrganForms.isOrgan(text, $0) }) else { return false }
    assignments = [Assignment(names: list.names, role: .responsible)]
    isOpen = list.isOpen
    isBare = true
    return true
  }
}
