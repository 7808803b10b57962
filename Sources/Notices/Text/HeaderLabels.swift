/// What a header field means, whatever it is called.
package enum HeaderField: Hashable, Sendable {
  case indexNumber, title, documentNumber, issuer, publisher
  case issued, published, ambiguousDate, effective, expires
  case validity, disclosure, catalog, keywords, summary, provenance
  /// An axis of classification under the name that is printed.
  case classification
  /// A label we know but keep under its own name.
  case extra
  /// A counter or a control that pages print among the fields.
  case furniture
}

/// A header label as it stands in a file.
package struct HeaderLabel: Sendable {
  package let text: String
  package let field: HeaderField
  /// A common word: a header field only when a colon or a bracket marks it as one.
  package let needsColon: Bool
  let scalars: [UInt32]

  init(_ text: String, _ field: HeaderField, needsColon: Bool = false) {
    self.text = text
    self.field = field
    self.needsColon = needsColon
    scalars = text.unicodeScalars.map(\.value)
  }
}

/// The labels that the reader knows. To teach it a new one, add it here.
package enum HeaderLabels {
  /// Every synonym, longest first within its first character.
  package static let all: [HeaderLabel] = [
    HeaderLabel("索引号", .indexNumber), HeaderLabel("信息索引号", .indexNumber), HeaderLabel("信息索引", .indexNumber),
    HeaderLabel("索取号", .indexNumber),
    HeaderLabel("名称", .title, needsColon: true), HeaderLabel("标题", .title, needsColon: true),
    HeaderLabel("信息名称", .title), HeaderLabel("文件名称", .title, needsColon: true),
    HeaderLabel("文号", .documentNumber), HeaderLabel("发文字号", .documentNumber),
    HeaderLabel("发文号", .documentNumber),
    HeaderLabel("文件编号", .documentNumber), HeaderLabel("文件号", .documentNumber),
    HeaderLabel("发布文号", .documentNumber),
    HeaderLabel("发文文号", .documentNumber), HeaderLabel("公文文号", .documentNumber),
    HeaderLabel("发布机构", .publisher), HeaderLabel("公开责任部门", .publisher), HeaderLabel("公开机构", .publisher),
    HeaderLabel("责任部门", .publisher, needsColon: true), HeaderLabel("信息来源", .publisher),
    HeaderLabel("发布单位", .publisher), HeaderLabel("公开单位", .publisher), HeaderLabel("信息公开单位", .publisher),
    HeaderLabel("发文机关", .issuer), HeaderLabel("发文机构", .issuer), HeaderLabel("发文单位", .issuer),
    HeaderLabel("颁布单位", .issuer), HeaderLabel("制定机关", .issuer), HeaderLabel("成文机关", .issuer),
    HeaderLabel("颁布机关", .issuer), HeaderLabel("发布机关", .issuer), HeaderLabel("颁布部门", .issuer),
    HeaderLabel("发布部门", .issuer), HeaderLabel("发文部门", .issuer),
    HeaderLabel("成文日期", .issued), HeaderLabel("生成日期", .issued), HeaderLabel("产生日期", .issued),
    HeaderLabel("颁布时间", .issued), HeaderLabel("成文时间", .issued), HeaderLabel("颁布日期", .issued),
    HeaderLabel("印发日期", .issued),
    HeaderLabel("发文日期", .ambiguousDate), HeaderLabel("发文时间", .ambiguousDate),
    HeaderLabel("发布日期", .published), HeaderLabel("公开日期", .published), HeaderLabel("发布时间", .published),
    HeaderLabel("发表时间", .published), HeaderLabel("公开时间", .published), HeaderLabel("公布日期", .published),
    HeaderLabel("时间", .published, needsColon: true), HeaderLabel("日期", .published, needsColon: true),
    HeaderLabel("生效日期", .effective), HeaderLabel("生效时间", .effective), HeaderLabel("实施日期", .effective),
    HeaderLabel("施行日期", .effective), HeaderLabel("实施时间", .effective, needsColon: true),
    HeaderLabel("废止时间", .expires), HeaderLabel("失效日期", .expires), HeaderLabel("废止日期", .expires),
    HeaderLabel("失效时间", .expires), HeaderLabel("有效期至", .expires, needsColon: true),
    HeaderLabel("有效性", .validity), HeaderLabel("信息有效性", .validity), HeaderLabel("效力状态", .validity),
    HeaderLabel("时效性", .validity), HeaderLabel("是否有效", .validity), HeaderLabel("有效状态", .validity),
    HeaderLabel("主题分类", .classification), HeaderLabel("分类", .classification, needsColon: true),
    HeaderLabel("信息分类", .classification), HeaderLabel("内容分类", .classification),
    HeaderLabel("所属主题", .classification), HeaderLabel("目录分类", .classification),
    HeaderLabel("体裁", .classification, needsColon: true), HeaderLabel("体裁分类", .classification),
    HeaderLabel("公文种类", .classification), HeaderLabel("服务对象", .classification, needsColon: true),
    HeaderLabel("服务对象分类", .classification),
    HeaderLabel("公开目录", .catalog), HeaderLabel("公文目录", .catalog), HeaderLabel("组配分类", .catalog),
    HeaderLabel("扩展分类", .catalog),
    HeaderLabel("公开形式", .disclosure), HeaderLabel("公开方式", .disclosure), HeaderLabel("公开类别", .disclosure),
    HeaderLabel("公开属性", .disclosure), HeaderLabel("发布形式", .disclosure), HeaderLabel("公开程序", .disclosure),
    HeaderLabel("公开范围", .extra), HeaderLabel("公开时限", .extra), HeaderLabel("规范性文件编号", .extra),
    HeaderLabel("规范性文件登记号", .extra), HeaderLabel("文件登记号", .extra), HeaderLabel("统一编号", .extra),
    HeaderLabel("登记号", .extra), HeaderLabel("信息格式", .extra), HeaderLabel("效力级别", .extra),
    HeaderLabel("主题词", .keywords), HeaderLabel("关键词", .keywords), HeaderLabel("关键字", .keywords),
    HeaderLabel("内容概述", .summary), HeaderLabel("摘要", .summary, needsColon: true),
    HeaderLabel("备注", .extra, needsColon: true),
    HeaderLabel("来源", .provenance, needsColon: true), HeaderLabel("文章来源", .provenance),
    HeaderLabel("浏览次数", .furniture, needsColon: true), HeaderLabel("浏览量", .furniture, needsColon: true),
    HeaderLabel("点击数", .furniture, needsColon: true), HeaderLabel("点击量", .furniture, needsColon: true),
    HeaderLabel("阅读次数", .furniture, needsColon: true), HeaderLabel("阅读量", .furniture, needsColon: true),
    HeaderLabel("字体", .furniture, needsColon: true), HeaderLabel("字号", .furniture, needsColon: true),
    HeaderLabel("字体大小", .furniture, needsColon: true), HeaderLabel("视力保护色", .furniture, needsColon: true),
    HeaderLabel("责任编辑", .extra, needsColon: true), HeaderLabel("作者", .extra, needsColon: true),
    HeaderLabel("稿件来源", .provenance), HeaderLabel("资料来源", .provenance, needsColon: true),
  ]

  /// By first scalar, longest first.
  static let byFirst: [UInt32: [HeaderLabel]] = {
    var table: [UInt32: [HeaderLabel]] = [:]
    for label in all { table[label.scalars[0], default: []].append(label) }
    for key in table.keys { table[key]?.sort { $0.scalars.count > $1.scalars.count } }
    return table
  }()

  /// The label at the cursor, inner spaces ignored; the cursor moves behind it.
  static func match(_ cursor: inout Cursor) -> HeaderLabel? {
    guard let candidates = byFirst[cursor.scalar] else { return nil }
    let start = cursor.at
    for label in candidates {
      var probe = cursor
      var matched = true
      for (i, scalar) in label.scalars.enumerated() {
        if i > 0 { probe.skipLayout() }
        guard probe.take(scalar) else {
          matched = false
          break
        }
      }
      if matched {
        cursor = probe
        return label
      }
    }
    cursor.at = start
    return nil
  }
}
