extension PageSchema {
  static let site: Field = object(
    "site", "网站", "the site",
    [
      text("name", "网站名称", "the site's name"),
      text("title", "栏目名称，如“政府信息公开”", "what this part of the site is called"),
      text("description", "网站说明", "a sentence about the site"),
      text("language", "界面语言", "language of the interface"),
      text("domain", "域名", "domain"), text("identifier", "网站标识码", "the identifier given by the state"),
      text("home", "首页地址", "address of the home page"),
      text("documents", "全部文件的地址", "address of the list of everything"),
      text("numbers", "文号索引的地址", "address of the index of numbers"),
      text("search", "搜索页的地址", "address of the search page"),
      text("index", "搜索索引的地址", "address of the search index"),
      text("statistics", "统计页的地址", "address of the statistics"),
      text("duties", "责任分工的地址；没有时没有", "address of the duties; absent when there are none"),
      text("data", "开放数据的地址", "address of the open data"),
      text("atom", "Atom 订阅的地址", "address of the Atom feed"),
      text(
        "open_search", "OpenSearch 描述的地址；没有配置网址时没有",
        "address of the OpenSearch description; absent without a base address"),
      text("json_feed", "JSON Feed 的地址", "address of the JSON feed"),
      text("accessibility", "无障碍声明的地址", "address of the accessibility statement"),
    ])

  /// What every page has besides its own names.
  static let frame: [Field] = [
    text("lang", "界面语言（html 元素的 lang）", "language of the interface, for the html element"),
    text(
      "content_lang", "名称和文件的语言，与界面相同时没有",
      "language of names and documents when it differs from the interface"),
    list(
      "translations", "本页的各种界面语言；只有一种时没有", "this page in every interface language; absent for one",
      [text("lang", "语言", "language"), text("href", "地址", "address")]),
    text("root", "从本页到网站根的相对路径", "relative path from this page to the root"),
    text("full_title", "title 元素：页 · 栏目 · 网站", "the title element: page · column · site"),
    text("kind", "页面种类", "the kind of page"),
    text("canonical", "规范地址；没有配置网址时没有", "canonical address; absent without a base address"),
    list(
      "meta", "页面标签", "page tags",
      [text("name", "名称", "name"), text("content", "内容", "content")]),
    list(
      "properties", "Open Graph 属性", "Open Graph properties",
      [text("name", "名称", "name"), text("content", "内容", "content")]),
    list(
      "alternates", "本页的其他形式", "other forms of this page",
      [text("href", "地址", "address"), text("type", "媒体类型", "media type"), text("title", "说明", "title")]),
    text("previous_page", "上一页的地址（rel=prev）", "address of the page before, for rel=prev"),
    text("next_page", "下一页的地址（rel=next）", "address of the page after, for rel=next"),
    html("json_ld", "结构化数据（schema.org）", "structured data (schema.org)"),
    html(
      "header", "页头（header 模板的结果，每级目录只渲染一次）",
      "the header template's result, rendered once for each folder depth"),
    html("footer", "页脚（footer 模板的结果）", "the footer template's result"),
    list(
      "breadcrumb", "当前位置，到上一级为止", "the way here, ending with the parent",
      [text("name", "名称", "name"), text("href", "地址", "address")]),
    site,
  ]

  /// The header template's names.
  static let header = PageSchema(
    template: "header", zh: "页头：网站名称、搜索框、显示设置、栏目",
    en: "the header: site name, search, display settings, columns",
    fields: [
      text("root", "到网站根的相对路径", "relative path to the root"),
      text("lang", "界面语言", "language of the interface"),
      text(
        "content_lang", "名称和文件的语言，与界面相同时没有",
        "language of names and documents when it differs from the interface"),
      site,
      list(
        "columns", "栏目", "the columns",
        [
          text("name", "名称", "name"), text("href", "地址", "address"),
          flag("current", "本页在这个栏目里", "this page belongs to the column"),
        ]),
      block(
        "languages", "界面语言；只有一种时没有", "the interface languages; absent for one",
        [
          text("name", "用该语言写的名称", "its name in itself"), text("code", "语言代号", "its code"),
          text("href", "地址", "address"), flag("current", "当前语言", "the language of this page"),
          flag("home", "该语言没有本页，通往首页", "this page does not exist in it: leads home"),
        ]),
    ])

  /// The footer template's names.
  static let footer = PageSchema(
    template: "footer", zh: "页脚：法定要素", en: "the footer with the statutory elements",
    fields: [
      text("root", "到网站根的相对路径", "relative path to the root"),
      text("lang", "界面语言", "language of the interface"),
      text(
        "content_lang", "名称和文件的语言，与界面相同时没有",
        "language of names and documents when it differs from the interface"),
      site,
      text("sponsor", "主办单位", "主办单位"), text("operator", "承办单位", "承办单位"), text("phone", "联系电话", "telephone"),
      object(
        "phone_link", "电话链接", "telephone link", [text("href", "tel: 地址", "tel: address")]),
      text("email", "电子邮箱", "e-mail address"), text("address", "地址", "postal address"),
      text("postcode", "邮政编码", "postcode"), text("hours", "办公时间", "office hours"),
      text("icp", "ICP备案号", "ICP registration"), text("police", "公安备案号", "police registration"),
      text("report_errors", "“我为政府网站找错”的地址", "address for reporting errors"),
      text("updated", "最近公开日期", "newest date of publication"), text("licence", "数据许可", "terms of use"),
      text("licence_address", "数据许可的地址", "address of the terms"),
    ])

  /// One document on a list.
  static let row: [Field] = [
    text("id", "编号", "id"), text("title", "标题", "title"),
    html("title_html", "标题，带换行位置", "title with places to break"),
    text("href", "地址", "address"),
    text("lang", "文件语言，与界面相同时没有", "the document's language when it differs from the interface"),
    text("number", "文号", "document number"), text("organ", "机关", "organ"),
    text("date", "日期，如 2017-09-28", "date, as 2017-09-28"), text("summary", "内容概述", "summary"),
    text("index_number", "索引号", "索引号"), text("issued", "成文日期", "date of issue"),
    list("badges", "有效性标记", "status badges", badge), flag("sample", "示例文件", "a sample document"),
  ]

  static let badge: [Field] = [
    text("text", "文字，如“已废止”", "the word"), text("status", "状态，用于 data-status", "the status, for data-status"),
  ]

  static let link: [Field] = [
    text("name", "名称", "name"), text("href", "地址", "address"), text("count", "件数", "how many documents"),
    flag("current", "当前所在", "where the reader is"),
    text("lang", "名称的语言，与界面相同时没有", "language of the name when it differs from the interface"),
  ]
}
