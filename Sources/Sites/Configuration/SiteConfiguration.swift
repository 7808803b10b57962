import Notices

/// What `content/site.yml` says of the site: names, addresses, columns, the statutory footer.
public struct SiteConfiguration: Sendable, Equatable {
  /// The office's site: `示例县人民政府`.
  public var name = ""
  /// What this part of it is called on every page.
  public var title = "政府信息公开"
  /// A sentence for search engines and feeds.
  public var description: String?
  /// Interface language, one of `Strings.languages`.
  public var language = "zh-Hans"
  /// Further interface languages: the pages that help to find documents exist once more in each of them, below a folder
  /// of its name. Documents are not translated. Never contains `language`.
  public var furtherLanguages: [String] = []
  /// The folder of `themes/`.
  public var theme = "default"
  /// `www.example.gov.cn`, for the page tag SiteDomain.
  public var domain: String?
  /// 网站标识码; not always digits.
  public var identifier: String?
  /// Absolute address of the site's root with a final `/`; canonical links and feeds need it.
  public var base: String?
  /// Documents on one list page, 5 to 200.
  public var perPage = 20
  /// 条例 art. 21 adds classes for counties and towns.
  public var level: Level = .county
  /// For a copy that is opened from a disk without a server: links end in `index.html`, scripts are classic ones, and the
  /// index is there as scripts, too.
  public var linksNameFiles = false
  /// At most so many files below `search/`; hosts limit them. `nil`: as many as read fastest.
  public var mostSearchFiles: Int?
  public var columns: [Column] = []
  public var footer = Footer()
  /// The terms of use of the open data, in words.
  public var licence: String?
  public var licenceAddress: String?
  public var accessibility = Accessibility()
  /// Line of `页脚` in site.yml, where what is missing in it belongs.
  var footerLine: Int?

  public init() {}

  /// What the office says of the accessibility of its site. Nothing is claimed in its name: what is absent is not said.
  public struct Accessibility: Sendable, Equatable {
    public enum Conformance: String, Sendable, CaseIterable { case full, partial, none }
    /// `GB/T 37668—2019、WCAG 2.2 AA`
    public var standard: String?
    public var conformance: Conformance?
    /// Known problems, one a sentence.
    public var problems: [String] = []
    /// How to report a problem; the footer's telephone and e-mail address when absent.
    public var contact: String?
    /// Within how many working days reports are answered.
    public var answerDays: Int?
    /// The day of the statement.
    public var date: CivilDate?
    public init() {}
  }

  public enum Level: String, Sendable, CaseIterable { case province, city, county, town }

  /// One entry of the navigation that stands on every page.
  public struct Column: Sendable, Equatable {
    public enum Target: Sendable, Equatable {
      /// A document of `type: page`, by its id or its path in `content/`.
      case page(String)
      /// The catalogue 法定主动公开内容.
      case catalog
      /// One value of a facet: `kind/通知`.
      case facet(name: String, value: String)
      /// Every document.
      case documents
      /// Nothing was said: a page whose 栏目 is this column's name.
      case byName
    }
    public var name: String
    /// The page tag ColumnType; the name when absent.
    public var type: String?
    public var description: String?
    public var keywords: [String] = []
    public var target: Target = .byName
    /// Line in site.yml, 0 for a default column.
    public var line = 0
    public init(name: String, type: String? = nil, target: Target = .byName) {
      self.name = name
      self.type = type
      self.target = target
    }
  }

  /// The statutory elements of the footer; what is absent is left out and reported.
  public struct Footer: Sendable, Equatable {
    /// 主办单位
    public var sponsor: String?
    /// 承办单位
    public var operatedBy: String?
    public var phone: String?
    public var email: String?
    public var address: String?
    public var postcode: String?
    /// 办公时间
    public var hours: String?
    /// ICP备案号
    public var icp: String?
    /// 公安备案号
    public var police: String?
    /// 我为政府网站找错
    public var reportErrors: String?
    public init() {}
  }

  /// 条例 and 国办公开办函〔2019〕61号: the five columns every platform has, in this order.
  public static let defaultColumns: [Column] = [
    Column(name: "政府信息公开指南", type: "信息公开指南"),
    Column(name: "政府信息公开制度", type: "信息公开制度"),
    Column(name: "法定主动公开内容", type: "信息公开目录", target: .catalog),
    Column(name: "政府信息公开年报", type: "信息公开年报"),
    Column(name: "依申请公开", type: "依申请公开"),
  ]
}
