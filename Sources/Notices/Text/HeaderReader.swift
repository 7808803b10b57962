import Diagnostics

/// The header fields of a page: label and value pairs above, below or beside the document.
struct HeaderReader {
  /// What the header says.
  struct Header {
    var indexNumber: String?
    var title: String?
    var number: DocumentNumber?
    var otherNumbers: [String] = []
    var issuers: [String] = []
    var publisher: String?
    var issued: CivilDate?
    var published: CivilDate?
    var publishedTime: String?
    var effective: CivilDate?
    var expires: CivilDate?
    var validity: String?
    var disclosure: String?
    var catalog: [String] = []
    var classifications: [NamedValues] = []
    var keywords: [String] = []
    var summary: String?
    var provenance: String?
    var extra: [NamedValue] = []
    var isEmpty = true
  }

  private(set) var header = Header()
  private(set) var furniture: [Furniture] = []
  private var flow: Flow
  private var trace: ReadingTrace
  private let numbers: DocumentNumberParser
  /// Lines looked at from either end.
  private static let headLines = 60
  private static let tailLines = 15

  /// Takes the header lines out of the flow; what is left is the document.
  static func read(
    _ flow: Flow, numbers: DocumentNumberParser, trace: inout ReadingTrace
  ) -> (header: Header, furniture: [Furniture], lines: [FlowLine]) {
    var reader = HeaderReader(flow: flow, trace: trace, numbers: numbers)
    let taken = reader.readLines()
    trace = reader.trace
    var lines: [FlowLine] = []
    lines.reserveCapacity(flow.lines.count)
    for i in flow.lines.indices where !taken.contains(i) { lines.append(flow.lines[i]) }
    return (reader.header, reader.furniture, lines)
  }

  private init(flow: Flow, trace: ReadingTrace, numbers: DocumentNumberParser) {
    self.flow = flow
    self.trace = trace
    self.numbers = numbers
  }

  private mutating func readLines() -> Set<Int> {
    var taken: Set<Int> = []
    let head = candidates(0..<headEnd())
    if isHeader(head.map(\.pairs)) {
      for entry in head { take(entry, &taken) }
      takeBanner(before: head.first?.line ?? 0, &taken)
    } else {
      for entry in head where standsAlone(entry.pairs) { take(entry, &taken) }
    }
    let tail = tailStart()
    let isFull = isHeader(tailRun(from: tail))
    for i in flow.lines.indices.reversed() {
      guard i >= tail, !taken.contains(i) else { break }
      let line = flow.lines[i]
      guard line.block == nil, line.range.count <= 300, let pairs = HeaderLine.pairs(flow.buffer, line.range),
        allMarked(pairs, line, isFull)
      else { break }
      take((i, pairs, []), &taken)
    }
    return taken
  }

  // MARK: Which lines

  /// Where the head of the file ends: at the addressee, the first number or the first long paragraph.
  private func headEnd() -> Int {
    for (i, line) in flow.lines.prefix(Self.headLines).enumerated() {
      if line.block != nil || line.headingLevel > 1 { return i }
      if HeaderLine.pairs(flow.buffer, line.range) != nil { continue }
      if line.range.count > 300
        || NumberScanner.scan(flow.buffer, line.range).map({ $0.shape != .digitBare && $0.components.isEmpty }
        ) == true
        || AddresseeScanner.isAddressee(flow.buffer, line.range)
      {
        return i
      }
    }
    return min(flow.lines.count, Self.headLines)
  }

  private func tailStart() -> Int { max(headEnd(), flow.lines.count - Self.tailLines) }

  private typealias Candidate = (line: Int, pairs: [HeaderPair], values: [Int])

  private func candidates(_ range: Range<Int>) -> [Candidate] {
    var result: [Candidate] = []
    var i = range.lowerBound
    while i < range.upperBound {
      let line = flow.lines[i]
      guard line.range.count <= 1200, let pairs = HeaderLine.pairs(flow.buffer, line.range) else {
        i += 1
        continue
      }
      var values: [Int] = []
      // 索引号: and its value on the next line.
      if pairs.count == 1, pairs[0].value.isEmpty, i + 1 < range.upperBound,
        isValue(of: pairs[0], i + 1, range.upperBound)
      {
        values = [i + 1]
      }
      result.append((i, pairs, values))
      i += 1 + values.count
    }
    return result
  }

  /// The line can be the value of the label above it.
  private func isValue(of pair: HeaderPair, _ i: Int, _ end: Int) -> Bool {
    let range = flow.lines[i].range
    guard range.count <= 300, HeaderLine.pairs(flow.buffer, range) == nil,
      FurnitureScanner.reason(flow.buffer, range) == nil
    else { return false }
    switch pair.label.field {
    case .issued, .published, .ambiguousDate, .effective, .expires:
      return DateParser.all(in: flow.buffer, range: range).first?.range.lowerBound == range.lowerBound
    case .documentNumber: return numbers.whole(flow.buffer, in: range) != nil
    case .indexNumber:
      var cursor = Cursor(flow.buffer, range)
      return cursor.skip { $0 > 0x20 && $0 < 0x7F } > 3 && cursor.isAtEnd
    case .issuer, .publisher: return OrganNames.split(flow.buffer, range) != nil
    case .validity:
      for word: StaticString in ["有效", "失效", "废止", "修改", "修订"]
      where range.count <= 60 && UTF8Scan.find(word, in: flow.buffer, range) != nil { return true }
      return false
    default:
      // Another label follows: the style of the page is one line a label, one a value.
      guard i + 1 < end, let next = HeaderLine.pairs(flow.buffer, flow.lines[i + 1].range) else {
        return false
      }
      return next[0].label.field != .furniture || (pair.label.field == .provenance && range.count <= 60)
    }
  }

  /// At least two pairs, one of them with a label that is no common word.
  private func isHeader(_ lines: [[HeaderPair]]) -> Bool {
    let pairs = lines.joined()
    let strong = pairs.count { !$0.label.needsColon }
    return strong >= 2 || (strong >= 1 && pairs.count >= 2)
  }

  /// One line between title and text: `发布时间：2020-01-01 来源：…`.
  private func standsAlone(_ pairs: [HeaderPair]) -> Bool {
    switch pairs[0].label.field {
    case .keywords, .ambiguousDate, .issued: return !pairs[0].label.needsColon && !pairs[0].value.isEmpty
    case .provenance, .published, .publisher, .indexNumber, .furniture, .validity:
      return !pairs[0].label.needsColon || pairs.count > 1 || pairs[0].label.field == .provenance
        || pairs[0].label.field == .furniture
    default: return false
    }
  }

  /// The lines with labels that a file ends in.
  private func tailRun(from tail: Int) -> [[HeaderPair]] {
    var result: [[HeaderPair]] = []
    for line in flow.lines[tail...].reversed() {
      guard line.block == nil, line.range.count <= 300, let pairs = HeaderLine.pairs(flow.buffer, line.range),
        allMarked(pairs, line)
      else { break }
      result.append(pairs)
    }
    return result
  }

  /// At the end of a file a label counts only with its colon.
  private func allMarked(_ pairs: [HeaderPair], _ line: FlowLine, _ isFull: Bool = true) -> Bool {
    guard NumberScanner.scan(flow.buffer, line.range) == nil else { return false }
    switch pairs[0].label.field {
    case .provenance, .published, .publisher, .indexNumber, .furniture, .ambiguousDate, .issued: break
    case .keywords where !pairs[0].label.needsColon: return true
    default:
      if pairs.count > 1 { return true }
      guard isFull, !pairs[0].label.needsColon else { return false }
    }
    var cursor = Cursor(flow.buffer, pairs[0].labelRange.upperBound..<line.range.upperBound)
    cursor.skipLayout()
    return Scalars.isColon(cursor.scalar)
  }

  // MARK: Taking

  private mutating func take(_ entry: Candidate, _ taken: inout Set<Int>) {
    taken.insert(entry.line)
    for i in entry.values { taken.insert(i) }
    header.isEmpty = false
    let line = flow.lines[entry.line]
    if entry.pairs.allSatisfy({ $0.label.field == .furniture }) {
      for range in [line.range] + entry.values.map({ flow.lines[$0].range }) { dropControl(range, line) }
      return
    }
    var covered = line.range.lowerBound
    for pair in entry.pairs {
      let value = entry.values.first.map { flow.lines[$0].range } ?? pair.value
      if pair.label.field == .furniture {
        dropControl(covered..<pair.value.upperBound, line)
      } else {
        trace.claim(flow, covered..<pair.labelRange.upperBound, .headerLabel)
        trace.claim(
          flow, pair.labelRange.upperBound..<max(pair.value.lowerBound, pair.labelRange.upperBound),
          .headerLabel)
        apply(pair, value, line)
      }
      covered = pair.value.upperBound
    }
    trace.claim(flow, covered..<line.range.upperBound, .headerLabel)
  }

  private mutating func dropControl(_ range: Range<Int>, _ line: FlowLine) {
    let range = FlowText.trimmed(flow.buffer, range)
    guard !range.isEmpty else { return }
    furniture.append(
      Furniture(
        line: line.line, text: flow.string(range), reason: FurnitureScanner.Reason.control.rawValue))
    trace.claim(flow, range, .furniture)
  }

  /// `政府信息公开系统` above the fields: the name of the site.
  private mutating func takeBanner(before first: Int, _ taken: inout Set<Int>) {
    for i in 0..<first where !taken.contains(i) {
      let range = flow.lines[i].range
      for word: StaticString in ["系统", "平台", "专栏", "网站", "公开网", "政府网", "门户"]
      where UTF8Scan.hasSuffix(flow.buffer, range, word) {
        furniture.append(
          Furniture(
            line: flow.lines[i].line, text: flow.string(range),
            reason: FurnitureScanner.Reason.banner.rawValue))
        trace.claim(flow, range, .furniture)
        taken.insert(i)
        break
      }
    }
  }

  private mutating func apply(_ pair: HeaderPair, _ value: Range<Int>, _ line: FlowLine) {
    let bytes = flow.buffer
    let text = flow.compact(value)
    func values() -> [String] { HeaderValue.split(bytes, value) }
    switch pair.label.field {
    case .furniture: break
    case .indexNumber: set(\.indexNumber, text, value, .indexNumber, pair)
    case .title: set(\.title, text, value, .altTitle, pair)
    case .publisher: set(\.publisher, text, value, .publisher, pair)
    case .validity: set(\.validity, text, value, .validity, pair)
    case .disclosure: set(\.disclosure, text, value, .disclosure, pair)
    case .summary: set(\.summary, text, value, .summary, pair)
    case .provenance: set(\.provenance, text, value, .provenance, pair)
    case .documentNumber: applyNumber(pair, value, text)
    case .issuer:
      let organs = OrganNames.split(bytes, value)?.map { flow.compact($0) } ?? values()
      if header.issuers.isEmpty { header.issuers = organs }
      keep(pair, value, text, header.issuers == organs ? .issuer : .extra)
    case .issued: setDate(\.issued, pair, value, text)
    case .published: setPublished(pair, value, text)
    case .ambiguousDate:
      // A time of day makes it the stamp of a database, not the date of a document.
      if firstDate(value)?.time != nil {
        setPublished(pair, value, text)
      } else {
        setDate(\.issued, pair, value, text)
      }
    case .effective: setDate(\.effective, pair, value, text)
    case .expires: setDate(\.expires, pair, value, text)
    case .catalog:
      header.catalog.append(contentsOf: values())
      trace.claim(flow, value, .catalog)
    case .keywords:
      header.keywords.append(contentsOf: values())
      trace.claim(flow, value, .keywords)
    case .classification:
      if !text.isEmpty {
        header.classifications.append(
          NamedValues(name: pair.label.text, values: HeaderValue.levels(bytes, value)))
      }
      trace.claim(flow, value, .classification)
    case .extra: keep(pair, value, text, .extra)
    }
  }

  private func firstDate(_ value: Range<Int>) -> PrintedDate? {
    DateParser.all(in: flow.buffer, range: value).first { $0.unit == .day }
  }

  private mutating func set(
    _ path: WritableKeyPath<Header, String?>, _ text: String, _ value: Range<Int>, _ name: ReadingTrace.Field,
    _ pair: HeaderPair
  ) {
    guard !text.isEmpty else { return }
    if header[keyPath: path] == nil || header[keyPath: path] == text {
      header[keyPath: path] = text
      trace.claim(flow, value, name)
    } else {
      keep(pair, value, text, .extra)
    }
  }

  /// Under its own name, so that nothing is lost.
  private mutating func keep(
    _ pair: HeaderPair, _ value: Range<Int>, _ text: String, _ field: ReadingTrace.Field
  ) {
    guard !text.isEmpty else { return }
    if field == .extra { header.extra.append(NamedValue(name: pair.label.text, value: text)) }
    trace.claim(flow, value, field)
  }

  private mutating func setDate(
    _ path: WritableKeyPath<Header, CivilDate?>, _ pair: HeaderPair, _ value: Range<Int>, _ text: String
  ) {
    let printed = firstDate(value)
    guard let date = printed?.civil, header[keyPath: path] == nil || header[keyPath: path] == date else {
      keep(pair, value, text, .extra)
      return
    }
    header[keyPath: path] = date
    // What stands beside the date is no date: the value is kept as it is printed.
    if let printed, printed.range.lowerBound == value.lowerBound,
      flow.buffer[printed.range.upperBound..<value.upperBound].allSatisfy(Self.isTimeOfDay)
    {
      trace.claim(flow, value, .dates)
    } else {
      keep(pair, value, text, .extra)
    }
  }

  /// Digits, colons, stops and spaces.
  private static func isTimeOfDay(_ byte: UInt8) -> Bool {
    (0x30...0x3A).contains(byte) || byte == 0x20 || byte == 0x2E
  }

  private mutating func setPublished(_ pair: HeaderPair, _ value: Range<Int>, _ text: String) {
    if let time = firstDate(value)?.time, header.published == nil { header.publishedTime = time }
    setDate(\.published, pair, value, text)
  }

  private mutating func applyNumber(_ pair: HeaderPair, _ value: Range<Int>, _ text: String) {
    guard !text.isEmpty else { return }
    let number = numbers.whole(flow.buffer, in: value)?.number ?? DocumentNumber(text: text)
    if header.number == nil {
      header.number = number
    } else if header.number != number {
      header.otherNumbers.append(number.text)
    }
    trace.claim(flow, value, .documentNumber)
  }
}

/// Values of a header field that holds several.
enum HeaderValue {
  /// The levels of a classification: `财政、金融、审计\银行` are two, the first of them one name with 、 in it.
  static func levels(_ bytes: [UInt8], _ range: Range<Int>) -> [String] {
    let whole = FlowText.compact(bytes, range)
    let levels = whole.split { $0 == "\\" || $0 == "＼" }.map(String.init)
    if levels.count > 1 { return levels }
    return topics.contains(whole) ? [whole] : split(bytes, range)
  }

  /// Groups of the State Council's 主题分类 whose names hold 、.
  private static let topics: Set<String> = [
    "国民经济管理、国有资产监管", "财政、金融、审计", "国土资源、能源", "农业、林业、水利", "工业、交通", "商贸、海关、旅游",
    "市场监管、安全生产监管", "城乡建设、环境保护", "文化、广电、新闻出版", "卫生、体育", "人口与计划生育、妇女儿童工作",
    "劳动、人事、监察", "公安、安全、司法", "民政、扶贫、救灾", "民政、乡村振兴、救灾", "民族、宗教",
  ]

  /// Cut at `、，,;；\|/` and, where there is none of these, at spaces.
  static func split(_ bytes: [UInt8], _ range: Range<Int>) -> [String] {
    func pieces(_ separates: (UInt32) -> Bool) -> [String] {
      var result: [String] = []
      var start = range.lowerBound
      var cursor = Cursor(bytes, range)
      func close(_ end: Int) {
        let text = FlowText.compact(bytes, start..<end)
        if !text.isEmpty { result.append(text) }
      }
      while !cursor.isAtEnd {
        let at = cursor.at
        if separates(cursor.next()) {
          close(at)
          start = cursor.at
        }
      }
      close(range.upperBound)
      return result
    }
    let marked = pieces {
      Scalars.isComma($0) || Scalars.isSemicolon($0) || $0 == 0x5C || $0 == 0x7C || $0 == 0x2F || $0 == 0xFF3C
        || $0 == 0xFF0F
    }
    return marked.count > 1 ? marked : pieces(Scalars.isLayout)
  }
}
