/// How an order of its own came about, as laws print it under the title:
/// `（2014年12月19日环境保护部令第28号公布　自2015年1月1日起施行）`.
enum Promulgation {
  /// Fills number and day of issue where the header gives none. The first 公布 is the document's own; later 修订 are not.
  static func fill(_ notice: inout Notice, _ tree: UnitTree) {
    guard notice.documentNumber == nil || notice.dates.issued == nil else { return }
    let notes = (notice.parts.first?.notes ?? []).map { ScalarText($0) }
    for text in notes + tree.texts.prefix(4) {
      guard let found = first(text) else { continue }
      notice.documentNumber = notice.documentNumber ?? found.number
      notice.dates.issued = notice.dates.issued ?? found.date
      return
    }
  }

  /// A line in brackets that tells how a law came about; it stands between title and text.
  static func isHistory(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard range.count > 20, range.count <= 1_800 else { return false }
    let text = ByteText(bytes, range).text
    guard Brackets.range(text, openAt: 0, limit: 600)?.upperBound == text.count, DateParser.begins(text, 1),
      DateParser.date(text, at: 1)?.civil != nil
    else { return false }
    return events.contains(in: text, text.all)
  }

  private static let events: WordSet = ["公布", "发布", "颁布", "發布", "通过", "修订", "修正", "批准"]

  private static func first(_ text: ScalarText) -> (date: CivilDate?, number: DocumentNumber)? {
    guard text.count <= 600 else { return nil }
    var start = text.skipSpaces(0)
    if Glyph.closing(text[start]) != 0 { start += 1 }
    guard DateParser.begins(text, start), let date = DateParser.date(text, at: start), let day = date.civil,
      let number = DocumentNumberParser().all(text, in: start..<text.count).first, number.isOrder,
      number.range.lowerBound - date.range.upperBound <= 2,
      verbs.length(in: text, at: text.skipSpaces(number.range.upperBound)) > 0
    else { return nil }
    return (day, number.number)
  }

  private static let verbs: WordSet = ["公布", "发布", "颁布", "發布"]
}
