extension PageSchema {
  static let facetGroups = list(
    "facets", "筛选：各类及其件数", "the facets with their counts",
    [
      text("name", "类别名称，如“机构”", "name of the axis"), text("key", "类别代号，如 organ", "key of the axis"),
      list("values", "各值", "its values", link),
      object(
        "more", "还有更多", "there are more",
        [text("count", "总数", "total"), text("href", "全部的地址", "address of all")]),
    ])

  static let home = PageSchema(
    template: "home", zh: "首页", en: "home",
    fields: frame + [
      text("title", "页面标题", "the page's title"), text("total", "文件总数", "number of documents"),
      block("newest", "最新公开", "newest documents", row), facetGroups,
      block("catalog", "法定主动公开内容", "the catalogue's classes", link),
    ])

  static let listPage = PageSchema(
    template: "list", zh: "列表：某一类的文件，分页", en: "a list of documents, paginated",
    fields: frame + [
      text("title", "列表名称", "the list's name"), text("facet", "所属类别，如“机构”", "the axis it belongs to"),
      text("total", "文件总数", "number of documents"), text("start", "本页第一件的序号", "ordinal of the first row"),
      block("rows", "本页的文件", "the documents of this page", row),
      text("feed", "本列表 Atom 订阅的地址", "address of the list's Atom feed"),
      flag("table", "用表格显示（公开目录的四个法定栏目）", "shown as a table with the four columns of the law"),
      pagination, facetGroups,
    ])

  static let numbers = PageSchema(
    template: "numbers", zh: "文号索引", en: "the index of document numbers",
    fields: frame + [
      text("title", "页面标题", "the page's title"), text("total", "文号总数", "how many numbers"),
      list(
        "groups", "按代字分组", "groups by code",
        [
          text("name", "代字", "the code"), text("id", "锚点", "anchor"), text("count", "件数", "how many"),
          list(
            "items", "文号", "the numbers",
            [text("number", "文号", "number"), text("title", "标题", "title"), text("href", "地址", "address")]),
        ]),
    ])

  static let search = PageSchema(
    template: "search", zh: "搜索页", en: "the search page",
    fields: frame + [
      text("title", "页面标题", "the page's title"), text("total", "文件总数", "number of documents"), facetGroups,
    ])

  static let notFound = PageSchema(
    template: "not-found", zh: "找不到页面（404）", en: "page not found",
    fields: frame + [text("title", "页面标题", "the page's title"), facetGroups])

  static let redirect = PageSchema(
    template: "redirect", zh: "旧地址，转到新地址", en: "a former address that leads on",
    fields: frame + [
      text("title", "标题", "title"), text("href", "新地址", "where it leads"),
    ])

  static let page = PageSchema(
    template: "page", zh: "公开指南等单页", en: "a page that is not a notice", fields: document.fields)

  static let withdrawn = PageSchema(
    template: "withdrawn", zh: "已撤下的文件", en: "a withdrawn document",
    fields: frame + [
      text("title", "标题", "title"), text("number", "文号", "document number"), text("reason", "理由", "reason"),
      object(
        "replacement", "替代文件", "what replaced it",
        [text("title", "标题", "title"), text("href", "地址", "address")]),
    ])
}

extension PageSchema {
  static let axis = PageSchema(
    template: "axis", zh: "一个类别的全部值，如全部机构", en: "all values of a facet",
    fields: frame + [
      text("title", "类别名称", "name of the axis"), text("key", "类别代号", "key of the axis"),
      text("total", "值的个数", "how many values"), block("values", "各值", "its values", link),
      block(
        "groups", "主题的各组；其他类别没有", "the groups of topics; absent for other axes",
        [
          text("name", "组名", "name of the group"), text("href", "地址", "address"),
          text("count", "件数", "how many documents"), block("topics", "组内的主题", "topics of the group", link),
        ]),
    ])
}

extension PageSchema {
  static let pagination = object(
    "pagination", "分页；只有一页时没有", "pagination; absent for a single page",
    [
      text("page", "本页页码", "this page"), text("pages", "总页数", "number of pages"),
      text("previous", "上一页的地址", "address of the previous page"),
      text("next", "下一页的地址", "address of the next page"),
      list(
        "items", "页码", "the page numbers",
        [
          text("number", "页码", "number"), text("href", "地址", "address"),
          flag("current", "本页", "this page"),
          flag("gap", "省略号", "an ellipsis"),
        ]),
    ])

  static let catalog = PageSchema(
    template: "catalog", zh: "法定主动公开内容：法定各类及其目录",
    en: "the catalogue: classes of the law and their catalogues",
    fields: frame + [
      text("title", "页面标题", "the page's title"), text("total", "文件总数", "number of documents"),
      text("updated", "最近公开日期", "newest date of publication"),
      list(
        "classes", "有文件的各类", "the classes that have documents",
        [
          text("name", "类别名称", "name"), text("count", "件数", "number of documents"),
          list("values", "目录", "catalogues", link),
        ]),
    ])

  static let statistics = PageSchema(
    template: "statistics", zh: "公开情况统计", en: "statistics",
    fields: frame + [
      text("title", "页面标题", "the page's title"), text("total", "文件总数", "number of documents"),
      list(
        "charts", "图表", "charts",
        [
          text("id", "编号", "id"), text("title", "标题", "title"),
          text("finding", "一句话的结论", "the chart in one sentence"),
          html("svg", "图", "the drawing"),
          list("rows", "数据表", "the table", [text("name", "名称", "name"), text("value", "件数", "value")]),
        ]),
    ])

  static let duties = PageSchema(
    template: "duties", zh: "责任分工：全部机关", en: "duties of all organs",
    fields: frame + [
      text("title", "页面标题", "the page's title"), text("total", "事项总数", "number of duties"),
      text("documents", "文件数", "number of documents they come from"),
      text("csv", "CSV 的地址", "address of the CSV"),
      text("jsonl", "JSON Lines 的地址", "address of the JSON Lines"),
      text("ics", "日历的地址；没有一个期限是确定的日子时没有", "address of the calendar; absent without a dated deadline"),
      list("organs", "机关", "the organs", link),
    ])

  static let organDuties = PageSchema(
    template: "organ-duties", zh: "一个机关的责任事项", en: "the duties of one organ",
    fields: frame + [
      text("title", "机关名称", "name of the organ"), text("total", "事项总数", "number of duties"),
      text("start", "本页第一项的序号", "ordinal of the first item"),
      text("ics", "日历的地址；没有一个期限是确定的日子时没有", "address of the calendar; absent without a dated deadline"),
      list(
        "items", "事项", "the duties",
        dutyRow + [
          text("role", "本机关的角色", "role of this organ"), text("document", "文件标题", "title of the document"),
          text("document_href", "文件的地址", "address of the document"), text("number", "文号", "document number"),
        ]), pagination,
    ])

  static let data = PageSchema(
    template: "data", zh: "开放数据", en: "open data",
    fields: frame + [
      text("title", "页面标题", "the page's title"), text("licence", "许可", "terms of use"),
      text("licence_address", "许可的地址", "address of the terms"),
      text("dcat", "DCAT 的地址", "address of the DCAT description"),
      text("schema", "JSON Schema 的地址", "address of the JSON Schema"),
      list(
        "sets", "数据集", "data sets",
        [
          text("id", "代号，也是锚点", "its key, also its anchor"), text("name", "名称", "name"),
          text("rows", "行数", "number of rows"),
          list(
            "files", "数据文件", "data files",
            [
              text("href", "地址", "address"), text("file", "文件名", "file name"), text("format", "格式", "format"),
              text("size", "大小", "size"), text("sha256", "SHA-256", "SHA-256"),
            ]),
        ]),
      list("fields", "文件目录的字段", "fields of the documents", dataField),
      block(
        "duty_fields", "责任分工的字段；没有责任分工时没有", "fields of the duties; absent when there are none", dataField),
      list(
        "document_fields", "每份文件 JSON 的字段", "members of a document's JSON",
        [
          text("path", "路径", "path"), text("type", "类型", "type"), text("zh", "含义", "meaning in Chinese"),
          text("en", "含义（英文）", "meaning in English"),
        ]),
    ])

  private static let dataField: [Field] = [
    text("key", "JSON 名称", "name in JSON"), text("name", "CSV 栏名", "name in CSV"),
    text("zh", "含义", "meaning in Chinese"), text("en", "含义（英文）", "meaning in English"),
  ]

  static let accessibility = PageSchema(
    template: "accessibility", zh: "无障碍声明", en: "accessibility statement",
    fields: frame + [
      text("title", "页面标题", "the page's title"), text("standard", "适用标准", "the standard"),
      text("conformance", "结论", "the claim"),
      flag("unstated", "没有作出结论", "no claim was made"),
      block("problems", "已知问题", "known problems", [text("text", "问题", "the problem")]),
      text("contact", "反馈方式", "how to report a problem"), text("phone", "联系电话", "telephone"),
      text("email", "电子邮箱", "e-mail address"), text("days", "几个工作日内答复", "working days until an answer"),
      text("date", "声明日期", "day of the statement"),
    ])
}
