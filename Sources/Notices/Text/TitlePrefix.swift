/// What pages put in front of a title: `【已失效】`, `[有效]`, `(2024年2月18日起施行，有效期至2029年2月17日)`.
enum TitlePrefix {
  /// The title without it, and the words inside the brackets; `nil` when the title begins with none.
  static func split(_ title: String) -> (title: String, status: String)? {
    let text = ScalarText(title)
    let start = text.skipSpaces(0)
    guard let bracket = Brackets.range(text, openAt: start, limit: 60) else { return nil }
    let inner = text.trimmed(bracket.lowerBound + 1..<bracket.upperBound - 1)
    let rest = text.trimmed(bracket.upperBound..<text.count)
    guard rest.count >= 4,
      statusWords.length(in: text, at: inner.lowerBound) == inner.count || isLife(text, inner)
    else {
      return nil
    }
    return (text.string(rest), text.string(inner))
  }

  private static func isLife(_ text: ScalarText, _ inner: Range<Int>) -> Bool {
    !DateParser.all(text, in: inner).isEmpty && lifeWords.contains(in: text, inner)
  }

  private static let statusWords: WordSet = [
    "有效", "现行有效", "继续有效", "失效", "已失效", "废止", "已废止", "已修改", "修改", "已修订", "部分失效", "部分废止", "尚未生效", "未生效", "全文失效",
    "全文废止", "已被修改", "已停止执行", "条款失效",
    "部分条款失效", "全文有效",
  ]
  private static let lifeWords: WordSet = ["施行", "实施", "执行", "有效期", "废止", "失效", "生效"]
}
