/// A title inside 《》: marks inside become 〈〉 (GB/T 15834, 4.12), a title that has its own marks keeps them.
enum QuotedTitle {
  /// The title with one pair of 《》 around it.
  static func quoted(_ title: String) -> String { "《\(inner(title))》" }

  /// What stands between the marks.
  static func inner(_ title: String) -> String {
    var text = title[...]
    if text.hasPrefix("《"), text.hasSuffix("》"),
      !text.dropFirst().dropLast().contains(where: { "《》".contains($0) })
    {
      text = text.dropFirst().dropLast()
    }
    return String(text).replacing("《", with: "〈").replacing("》", with: "〉")
  }
}

/// Puts places to break into a title: titles break at seams, not inside a name.
enum TitleBreaks {
  private static let after = ["关于印发", "关于转发", "关于公布", "关于发布", "关于", "》", " ", "、", "，"]
  private static let before = ["《", "关于", "的通知", "的公告", "的通告", "的决定", "的意见", "的批复", "的函", "的报告", "（", "("]

  /// The title with `<wbr>` after its issuers, before and after 关于 and the like, before 《 and 的通知, after 》.
  static func html(_ title: String) -> HTML {
    var html = HTML()
    var rest = title[...]
    var run = title.startIndex
    var previousSeam = true
    func flush(to end: String.Index) {
      html.text(title[run..<end])
      run = end
    }
    while !rest.isEmpty {
      if !previousSeam, before.contains(where: rest.hasPrefix) {
        flush(to: rest.startIndex)
        html.markup("<wbr>")
        previousSeam = true
      }
      if let seam = after.first(where: rest.hasPrefix) {
        rest = rest.dropFirst(seam.count)
        flush(to: rest.startIndex)
        if !rest.isEmpty, seam != " " { html.markup("<wbr>") }
        previousSeam = true
        continue
      }
      // Nothing parts an opening mark from what it opens.
      previousSeam = "《〈（(“‘".contains(rest.removeFirst())
    }
    flush(to: title.endIndex)
    return html
  }
}
