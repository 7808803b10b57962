import Diagnostics
import Notices
import Yams

extension SiteConfiguration {
  /// Reads `content/site.yml`. Without a file, or with one that cannot be parsed, the defaults hold.
  public static func read(_ file: SourceFile?) -> Diagnosed<SiteConfiguration> {
    var configuration = SiteConfiguration()
    configuration.columns = defaultColumns
    guard let file else { return Diagnosed(configuration, [Diagnostic(.configurationMissing)]) }
    let parsed = YAMLFile.read(file)
    var diagnostics = parsed.diagnostics
    guard let yaml = parsed.value else { return Diagnosed(configuration, diagnostics) }
    guard let root = yaml.root else {
      diagnostics.append(contentsOf: configuration.missing(file.path))
      return Diagnosed(configuration, diagnostics)
    }
    var reader = MappingReader(root, of: file.path, keys: Keys.site)
    configuration.footerLine = reader.line(of: "页脚")
    configuration.take(&reader)
    diagnostics += reader.diagnostics
    diagnostics += configuration.missing(file.path)
    return Diagnosed(configuration, diagnostics)
  }

  private mutating func take(_ reader: inout MappingReader) {
    if let value = reader.text("网站名称") { name = value }
    if let value = reader.text("栏目名称") { title = value }
    description = reader.text("网站说明")
    if let value = reader.choice("语言", Strings.languages) { language = value }
    takeLanguages(&reader)
    if let value = reader.text("主题") { theme = value }
    domain = reader.text("域名")
    identifier = reader.text("网站标识码")
    base = reader.baseAddress("网址")
    if let value = reader.integer("每页条数", 5...200) { perPage = value }
    if let value = reader.choice("层级", Level.allCases.map(\.rawValue)) {
      level = Level(rawValue: value) ?? level
    }
    if let value = reader.truth("离线浏览") { linksNameFiles = value }
    if var search = reader.mapping("搜索", keys: Keys.search) {
      mostSearchFiles = search.integer("文件数上限", 10...10_000_000)
      reader.diagnostics += search.diagnostics
    }
    licence = reader.text("数据许可")
    licenceAddress = reader.address("数据许可链接")
    if let nodes = reader.sequence("栏目") {
      columns = nodes.compactMap { Column.read($0, &reader) }
    }
    if var footer = reader.mapping("页脚", keys: Keys.footer) {
      self.footer.take(&footer)
      reader.diagnostics += footer.diagnostics
    }
    if var statement = reader.mapping("无障碍声明", keys: Keys.accessibility) {
      accessibility.take(&statement)
      reader.diagnostics += statement.diagnostics
    }
  }

  /// Each language once, without the site's own.
  private mutating func takeLanguages(_ reader: inout MappingReader) {
    for value in reader.choices("界面语言", Strings.languages) ?? []
    where value != language && !furtherLanguages.contains(value) {
      furtherLanguages.append(value)
    }
  }

  /// The statutory elements that the file does not give (国办发〔2017〕47号).
  private func missing(_ path: String) -> [Diagnostic] {
    let required: [(name: String, value: String?)] = [
      ("网站名称", name.isEmpty ? nil : name), ("网站标识码", identifier), ("域名", domain),
      ("页脚 › 主办单位", footer.sponsor),
      ("页脚 › 联系电话", footer.phone), ("页脚 › ICP备案号", footer.icp), ("页脚 › 公安备案号", footer.police),
      ("页脚 › 找错链接", footer.reportErrors),
    ]
    return required.filter { $0.value == nil }.map {
      let line = $0.name.hasPrefix("页脚") ? footerLine ?? 1 : 1
      return Diagnostic(.statutoryFieldMissing, $0.name, file: path, range: SourceRange(line: line))
    } + missingStatement(path)
  }

  private func missingStatement(_ path: String) -> [Diagnostic] {
    var absent: [String] = []
    if accessibility.conformance == nil { absent.append("结论") }
    if accessibility.date == nil { absent.append("日期") }
    return absent.map { Diagnostic(.accessibilityUnstated, $0, file: path) }
  }

  /// Every key of site.yml with its English alias. Sorted as the documentation shows them.
  enum Keys {
    static let site: [MappingKey] = [
      ("网站名称", "name"), ("栏目名称", "title"), ("网站说明", "description"), ("语言", "language"),
      ("界面语言", "languages"), ("主题", "theme"),
      ("域名", "domain"), ("网站标识码", "identifier"), ("网址", "base"), ("每页条数", "perPage"), ("层级", "level"),
      ("离线浏览", "offline"), ("搜索", "search"), ("数据许可", "licence"),
      ("数据许可链接", "licenceAddress"), ("栏目", "columns"),
      ("页脚", "footer"), ("无障碍声明", "accessibility"),
    ]
    static let accessibility: [MappingKey] = [
      ("标准", "standard"), ("结论", "conformance"), ("已知问题", "problems"), ("反馈方式", "contact"),
      ("答复期限", "answerDays"), ("日期", "date"),
    ]
    static let search: [MappingKey] = [("文件数上限", "maxFiles")]
    static let column: [MappingKey] = [
      ("名称", "name"), ("类型", "type"), ("说明", "description"), ("关键词", "keywords"), ("页面", "page"),
      ("列表", "list"),
    ]
    static let footer: [MappingKey] = [
      ("主办单位", "sponsor"), ("承办单位", "operator"), ("联系电话", "phone"), ("电子邮箱", "email"), ("地址", "address"),
      ("邮政编码", "postcode"), ("办公时间", "hours"), ("ICP备案号", "icp"), ("公安备案号", "police"),
      ("找错链接", "reportErrors"),
    ]
  }
}

extension SiteConfiguration.Footer {
  fileprivate mutating func take(_ reader: inout MappingReader) {
    sponsor = reader.text("主办单位")
    operatedBy = reader.text("承办单位")
    phone = reader.text("联系电话")
    email = reader.text("电子邮箱")
    address = reader.text("地址")
    postcode = reader.text("邮政编码")
    hours = reader.text("办公时间")
    icp = reader.text("ICP备案号")
    police = reader.text("公安备案号")
    reportErrors = reader.address("找错链接")
  }
}

extension SiteConfiguration.Accessibility {
  /// The words of `结论`.
  private static let words: [(String, Conformance)] = [
    ("完全符合", .full), ("部分符合", .partial), ("不符合", .none),
  ]

  fileprivate mutating func take(_ reader: inout MappingReader) {
    standard = reader.text("标准")
    let allowed = Self.words.map(\.0) + Conformance.allCases.map(\.rawValue)
    if let word = reader.choice("结论", allowed) {
      conformance = Self.words.first { $0.0 == word }?.1 ?? Conformance(rawValue: word)
    }
    problems = (reader.texts("已知问题") ?? []).filter { !$0.isEmpty }
    contact = reader.text("反馈方式")
    answerDays = reader.integer("答复期限", 1...60)
    date = reader.day("日期")
  }
}

extension SiteConfiguration.Column {
  /// A column is a name, or a mapping with `名称` and where it leads.
  fileprivate static func read(_ node: Node, _ parent: inout MappingReader) -> SiteConfiguration.Column? {
    let line = max(1, node.mark?.line ?? 1)
    if let scalar = node.scalar, !scalar.string.isEmpty {
      var column =
        SiteConfiguration.defaultColumns.first { $0.name == scalar.string }
        ?? SiteConfiguration.Column(name: scalar.string)
      column.line = line
      return column
    }
    var reader = MappingReader(node, of: parent.path, keys: SiteConfiguration.Keys.column)
    defer { parent.diagnostics += reader.diagnostics }
    guard let name = reader.text("名称") else {
      if node.mapping != nil {
        reader.diagnostics.append(
          Diagnostic(.configurationKeyMissing, "名称", file: parent.path, range: YAMLFile.range(node.mark)))
      }
      return nil
    }
    let known = SiteConfiguration.defaultColumns.first { $0.name == name }
    var column = SiteConfiguration.Column(name: name, type: reader.text("类型") ?? known?.type)
    column.line = line
    column.description = reader.text("说明")
    column.keywords = reader.texts("关键词") ?? []
    if let page = reader.text("页面") {
      column.target = .page(page)
    } else if let list = reader.text("列表") {
      column.target = target(list)
    } else {
      column.target = known?.target ?? .byName
    }
    return column
  }

  private static func target(_ list: String) -> Target {
    switch list {
    case "catalog", "目录", "公开目录": return .catalog
    case "documents", "全部", "全部文件": return .documents
    default: break
    }
    guard let slash = list.firstIndex(of: "/") else { return .facet(name: "catalog", value: list) }
    return .facet(name: String(list[..<slash]), value: String(list[list.index(after: slash)...]))
  }
}
