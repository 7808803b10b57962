import Diagnostics
import TestSupport
import Testing

@testable import Builds

/// Script in every place that takes text. No page may run it, whatever the browser's policy.
@Suite struct HostileTextTests {
  private static let attack = "<script>alert(gongkai)</script>\"'><img src=x onerror=alert(gongkai)>"

  @Test func `script in names, titles, numbers, organs, links, tables and settings stays text`() async throws
  {
    let site = try Site(
      """
      -- content/site.yml --
      网站名称: '<script>alert(gongkai)</script>县'
      页脚:
        主办单位: '"><img src=x onerror=alert(gongkai)>'
        找错链接: 'javascript:alert(gongkai)'
      -- content/甲.md --
      ---
      title: '<script>alert(gongkai)</script>关于公园的通知'
      文号: '"><svg onload=alert(gongkai)>〔2024〕3号'
      发文机关: ['<img src=x onerror=alert(gongkai)>', "' onmouseover='alert(gongkai)"]
      公开目录: ['</title><script>alert(gongkai)</script>', '../../x', 'javascript:alert(gongkai)']
      来源: 'javascript:alert(gongkai)'
      ---

      [点](javascript:alert(gongkai)) [点](JaVaScRiPt:alert(gongkai)) [点](data:text/html,<script>alert(gongkai)</script>)
      [点](\u{1}javascript:alert(gongkai)) ![图](javascript:alert(gongkai)) <javascript:alert(gongkai)>
      [点](vbscript:alert(gongkai)) [点](//evil.example/x.js)

      <script>alert(gongkai)</script>
      <a href="jav&#x09;ascript:alert(gongkai)">点</a> <svg onload=alert(gongkai)> <iframe src=//evil.example></iframe>

      | <script>alert(gongkai)</script> | b |
      |---|---|
      | <img src=x onerror=alert(gongkai)> | [x](javascript:alert(gongkai)) |

      ## <script>alert(gongkai)</script>{#"><script>alert(gongkai)</script>}

      ```"><script>alert(gongkai)</script>
      </code></pre><script>alert(gongkai)</script>
      ```

      脚注[^1]。

      [^1]: <script>alert(gongkai)</script>
      """)
    try site.write(
      "content/<img src=x onerror=alert(gongkai)>.txt",
      """
      索引号：\(Self.attack)
      发布机构：\(Self.attack)
      有效性：\(Self.attack)
      奇怪的栏目：\(Self.attack)

      \(Self.attack)关于绿化的通知

      \(Self.attack)：
      一、\(Self.attack)
      （责任单位：\(Self.attack)）
      附件：1.\(Self.attack)

      \(Self.attack)
      2024年5月6日
      """)
    let result = await site.build()
    #expect(result.documents == 2, "\(result.diagnostics.map(\.id))")
    var pages = 0
    for (path, bytes) in try site.output() where path.hasSuffix(".html") {
      pages += 1
      for fault in Markup.faults(String(decoding: bytes, as: UTF8.self)) {
        Issue.record("\(path): \(fault)")
      }
    }
    #expect(pages > 10)
  }

  @Test func `the checker of this test sees what it must see`() {
    for page in [
      "<script>x</script>", "<p onclick=x>", "<a href='java\tscript:x'>", "<a href=\" javascript:x\">",
      "<iframe>",
      "<svg/onload=x>", "<script src=a.js>x</script>", "<img src=//evil.example/x>", "<p style='x'>",
      "<a href=&#106;avascript:x>",
    ] {
      #expect(!Markup.faults(page).isEmpty, "\(page)")
    }
    #expect(
      Markup.faults(
        "<p class=\"on\">onclick= <a href=\"../d/x/#on\">javascript:</a><script src=\"a.js\"></script>"
      ).isEmpty)
  }
}

/// Finds in a page what runs script or loads from elsewhere: a scan of tags and attributes, lenient as browsers are.
private enum Markup {
  static func faults(_ page: String) -> [String] {
    var faults: [String] = []
    var rest = page[...]
    while let open = rest.firstIndex(of: "<") {
      rest = rest[rest.index(after: open)...]
      guard let first = rest.first, first.isLetter else { continue }
      let name = String(rest.prefix { $0.isLetter || $0.isNumber }).lowercased()
      rest = rest.dropFirst(name.count)
      let attributes = takeAttributes(&rest)
      if ["iframe", "object", "embed", "base", "applet", "frame"].contains(name) {
        faults.append("<\(name)>")
      }
      if name == "script" {
        let hasText = rest.dropFirst().prefix { $0 != "<" }.contains { !$0.isWhitespace }
        let isData = attributes.contains { $0.name == "type" && $0.value == "application/ld+json" }
        if hasText && !isData { faults.append("script with text") }
      }
      for (key, value) in attributes {
        if key.hasPrefix("on") { faults.append("\(name) \(key)=\(value)") }
        if key == "style" || key == "srcdoc" { faults.append("\(name) \(key)") }
        if ["href", "src", "action", "formaction", "xlink:href", "poster", "data"].contains(key) {
          faults += addressFaults(value).map { "\(name) \(key): \($0)" }
        }
      }
    }
    return faults
  }

  private static func addressFaults(_ value: String) -> [String] {
    let decoded = value.replacing("&#106;", with: "j").replacing("&amp;", with: "&").replacing(
      "&colon;", with: ":")
    let bare = decoded.unicodeScalars.filter { $0.value > 0x20 }.map { String($0) }.joined().lowercased()
    let scheme = bare.prefix { $0.isLetter || $0.isNumber || "+-.".contains($0) }
    if bare.dropFirst(scheme.count).hasPrefix(":"),
      !["http", "https", "mailto", "tel"].contains(String(scheme))
    {
      return [bare]
    }
    return bare.hasPrefix("//") ? [bare] : []
  }

  private static func takeAttributes(_ rest: inout Substring) -> [(name: String, value: String)] {
    var attributes: [(name: String, value: String)] = []
    while true {
      rest = rest.drop { $0.isWhitespace || $0 == "/" }
      guard let next = rest.first, next != ">" else { return attributes }
      let name = rest.prefix { !$0.isWhitespace && $0 != "=" && $0 != ">" && $0 != "/" }
      rest = rest.dropFirst(max(name.count, 1)).drop { $0.isWhitespace }
      var value = ""
      if rest.first == "=" {
        rest = rest.dropFirst().drop { $0.isWhitespace }
        if let quote = rest.first, quote == "\"" || quote == "'" {
          value = String(rest.dropFirst().prefix { $0 != quote })
          rest = rest.dropFirst(value.count + 2)
        } else {
          value = String(rest.prefix { !$0.isWhitespace && $0 != ">" })
          rest = rest.dropFirst(value.count)
        }
      }
      attributes.append((name.lowercased(), value))
    }
  }
}
