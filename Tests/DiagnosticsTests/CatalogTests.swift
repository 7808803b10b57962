import TestSupport
import Testing

@testable import Diagnostics

/// The catalogue of kinds, its sources and its pages agree.
@Suite struct CatalogTests {
  @Test func `every kind in the sources is in the list of all kinds`() throws {
    let listed = Set(DiagnosticKind.all.map(\.id))
    var declared: [String] = []
    for path in try Repository.files(below: "Sources/Diagnostics/Catalog", extension: "swift") {
      let text = try Repository.text(path)
      for piece in text.components(splitBy: "= DiagnosticKind(").dropFirst() {
        let id = piece.drop { $0 != "\"" }.dropFirst().prefix { $0 != "\"" }
        declared.append(String(id))
      }
    }
    #expect(declared.count > 20)
    #expect(Set(declared) == listed)
    #expect(declared.count == DiagnosticKind.all.count)
  }

  @Test func `ids are unique, in kebab-case and sorted`() {
    let ids = DiagnosticKind.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids == ids.sorted())
    for id in ids {
      let parts = id.split(separator: "-", omittingEmptySubsequences: false)
      #expect(parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isLowercase || $0.isNumber } }, "\(id)")
    }
  }

  @Test func `every kind has both languages`() {
    for kind in DiagnosticKind.all {
      for (name, text) in [("message", kind.message), ("explanation", kind.explanation)] {
        #expect(!text.zh.isEmpty && !text.en.isEmpty, "\(kind.id) \(name)")
      }
      if kind.severity > .note { #expect(!kind.fix.zh.isEmpty && !kind.fix.en.isEmpty, "\(kind.id)") }
      let isChinese = kind.message.zh.unicodeScalars.contains { $0.value > 0x3000 }
      #expect(isChinese, "\(kind.id): the Chinese message is Chinese")
      let isOneLine = !(kind.message.en + kind.message.zh).contains("\n")
      #expect(isOneLine, "\(kind.id): a message is one line")
    }
  }

  @Test func `every kind has its page, and the pages are those of the catalogue`() throws {
    for kind in DiagnosticKind.all {
      let page = DiagnosticPage(kind)
      #expect(
        try Recorded.matches(page.path, page.text),
        "\(page.path) is stale: run GONGKAI_RECORD=1 swift test --filter CatalogTests")
    }
    let index = DiagnosticPage.index(DiagnosticKind.all)
    #expect(
      try Recorded.matches(DiagnosticPage.indexPath, index),
      "the list of diagnostics is stale: run GONGKAI_RECORD=1 swift test --filter CatalogTests")
    let wanted = Set(DiagnosticKind.all.map { DiagnosticPage($0).path } + [DiagnosticPage.indexPath])
    for page in try Repository.files(below: "docs/diagnostics", extension: "md") where !wanted.contains(page)
    {
      if Repository.isRecording { try Recorded.remove(page) }
      #expect(Repository.isRecording, "\(page) is about a kind that is gone")
    }
  }

  @Test func `every kind is raised somewhere`() throws {
    var sources = ""
    for path in try Repository.files(below: "Sources", extension: "swift")
    where !path.hasPrefix("Sources/Diagnostics/Catalog/") {
      sources += try Repository.text(path)
    }
    for path in try Repository.files(below: "Sources/Diagnostics/Catalog", extension: "swift") {
      let text = try Repository.text(path)
      for piece in text.components(splitBy: "static let ").dropFirst()
      where piece.contains("= DiagnosticKind(") {
        let name = String(piece.prefix { $0.isLetter || $0.isNumber })
        guard piece.prefix(name.count + 20).contains("DiagnosticKind(") else { continue }
        let isUsed = sources.contains("." + name)
        #expect(isUsed, "\(name) in \(path) is never used")
      }
    }
  }
}

extension String {
  /// Splits at a word; empty pieces are kept.
  fileprivate func components(splitBy word: String) -> [String] {
    var pieces: [String] = []
    var rest = self[...]
    while let found = rest.firstRange(of: word) {
      pieces.append(String(rest[..<found.lowerBound]))
      rest = rest[found.upperBound...]
    }
    return pieces + [String(rest)]
  }
}
