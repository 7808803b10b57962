/// The keys of front matter: one canonical name, and the names that editors use for it.
package enum FrontMatterKey: String, Sendable, CaseIterable {
  case title, shortTitle, id, aliases, documentNumber, otherNumbers, indexNumber, publisher, issuers, author
  case issued, published, date, effective, expires, validity, disclosure, catalog, topics, classifications
  case keywords, summary, kind, language, attachments, interprets, type, column, draft, sample, withdrawn
  case replacedBy, provenance

  /// What a value of the key looks like.
  enum Shape { case text, texts, values, date, flag, attachments, classifications, language, type, reason }

  var shape: Shape {
    switch self {
    case .title, .shortTitle, .id, .documentNumber, .indexNumber, .publisher, .validity, .disclosure,
      .summary, .kind,
      .column, .replacedBy, .provenance:
      .text
    case .aliases, .interprets, .otherNumbers, .catalog, .topics: .texts
    case .issuers, .author, .keywords: .values
    case .issued, .published, .date, .effective, .expires: .date
    case .draft, .sample: .flag
    case .attachments: .attachments
    case .classifications: .classifications
    case .language: .language
    case .type: .type
    case .withdrawn: .reason
    }
  }

  /// Every accepted name but the canonical one, as typed; letters in any case.
  var names: [String] {
    switch self {
    case .title: ["标题", "文件标题", "文件名称", "信息名称", "名称"]
    case .shortTitle: ["简称", "短标题"]
    case .id: ["编号"]
    case .aliases: ["alias", "redirect_from", "旧地址", "原地址"]
    case .documentNumber: ["number", "文号", "发文字号", "文件编号", "发文文号"]
    case .otherNumbers: ["统一编号", "登记号", "文件登记号", "其他编号"]
    case .indexNumber: ["index", "索引号", "信息索引号"]
    case .publisher: ["发布机构", "发布单位", "公开责任部门", "信息来源"]
    case .issuers: ["issuer", "发文机关", "发文机构", "发文单位", "制发机关", "制定机关", "印发机关"]
    case .author: ["authors", "作者"]
    case .issued: ["成文日期", "发文日期", "印发日期", "签发日期", "生成日期"]
    case .published: ["发布日期", "公开日期", "发布时间", "公开时间"]
    case .date: ["日期"]
    case .effective: ["施行日期", "实施日期", "生效日期"]
    case .expires: ["失效日期", "有效期至", "废止日期", "有效期限"]
    case .validity: ["有效性", "信息有效性", "时效性", "效力状态", "状态"]
    case .disclosure: ["公开方式", "公开形式", "公开属性"]
    case .catalog: ["公开目录", "目录", "栏目分类"]
    case .topics: ["topic", "主题", "主题分类"]
    case .classifications: ["分类"]
    case .keywords: ["keyword", "tags", "tag", "关键词", "主题词"]
    case .summary: ["description", "摘要", "内容概述", "内容概要", "概要"]
    case .kind: ["文种", "公文种类"]
    case .language: ["lang", "语言", "语种"]
    case .attachments: ["attachment", "附件"]
    case .interprets: ["解读对象", "解读文件", "被解读文件"]
    case .type: ["类型", "页面类型"]
    case .column: ["栏目"]
    case .draft: ["草稿"]
    case .sample: ["示例", "样例"]
    case .withdrawn: ["撤回", "撤下"]
    case .replacedBy: ["替代文件", "被替代为", "新文件"]
    case .provenance: ["来源", "文件来源"]
    }
  }

  /// The key for a name as typed; spaces inside (`索 引 号`) and the case of letters do not matter.
  package init?(name: String) {
    guard let key = Self.byName[Self.folded(name)] else { return nil }
    self = key
  }

  /// All accepted names.
  package static let allNames: [String] = allCases.flatMap { [$0.rawValue] + $0.names }

  private static let byName: [String: FrontMatterKey] = {
    var table: [String: FrontMatterKey] = [:]
    for key in allCases {
      for name in [key.rawValue] + key.names { table[folded(name)] = key }
    }
    return table
  }()

  private static func folded(_ name: String) -> String {
    var result = String.UnicodeScalarView()
    var isFolded = true
    for scalar in name.unicodeScalars where !isLeftOut(scalar) {
      result.append(scalar)
      if !isPlain(scalar) { isFolded = false }
    }
    return isFolded ? String(result) : String(result).lowercased()
  }

  private static func isLeftOut(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar == "-" || (!isPlain(scalar) && scalar.properties.isWhitespace)
  }

  /// Small Latin letters and Han: neither white space nor upper case.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || (0x3400...0x9FFF).contains(scalar.value)
  }

  /// The accepted name nearest to one that is not known; `nil` when none is near.
  package static func nearest(to name: String) -> String? {
    NearMiss.nearest(to: folded(name), among: foldedNames)
  }

  private static let foldedNames = allNames.map { NearMiss.Known(name: $0, folded: folded($0)) }
}
