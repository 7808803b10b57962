/// 体裁: the fifteen kinds of 《党政机关公文处理工作条例》 and what they are called elsewhere. Kinds that it does not name
/// (办法, 方案) stay as they are.
enum GenreName {
  /// The name under which documents of this kind are listed.
  static func canonical(_ kind: String) -> String { aliases[TitleFold.fold(kind)] ?? kind }

  private static let aliases: [String: String] = {
    let names: [(String, [String])] = [
      ("决议", []), ("决定", []), ("命令", ["令", "命令（令）", "政府令", "主席令"]), ("公报", []), ("公告", []), ("通告", []),
      ("意见", ["指导意见", "实施意见", "若干意见"]), ("通知", ["紧急通知", "补充通知"]), ("通报", []), ("报告", []), ("请示", []),
      ("批复", []), ("议案", []), ("函", ["复函", "公函", "来函"]), ("纪要", ["会议纪要"]),
    ]
    var result: [String: String] = [:]
    for (name, others) in names { for other in others { result[TitleFold.fold(other)] = name } }
    return result
  }()
}
