import TestSupport
import Testing

/// The table of `ARCHITECTURE.md`: what each target may import. A wall that moves is moved here and there, with a
/// reason.
@Suite struct DependencyTests {
  private static let allowed: [String: Set<String>] = [
    "Bytes": ["CNettle"],
    "Diagnostics": ["Bytes"],
    "Notices": ["Bytes", "Diagnostics", "CCmark", "Yams"],
    "Search": ["Bytes", "Diagnostics", "CZlib"],
    "Sites": ["Bytes", "Diagnostics", "Notices", "Search", "Yams", "Mustache"],
    "Builds": ["Bytes", "Diagnostics", "Notices", "Search", "Sites", "CPlatform"],
    "gongkai": ["Bytes", "Diagnostics", "Notices", "Search", "Sites", "Builds", "ArgumentParser"],
    "TestSupport": ["Bytes", "Diagnostics", "Notices", "Search", "Sites", "Builds"],
  ]

  /// Modules of the system and the standard library that everybody may import.
  private static let system: Set<String> = ["Swift", "Synchronization", "Glibc", "FoundationEssentials"]

  /// Targets that neither touch the disk nor the network nor the clock: they may not see the C library, but for the
  /// named files, each of which wraps one thing.
  private static let withoutGlibc: [String: Set<String>] = [
    "Bytes": [], "Diagnostics": [], "Search": ["Sources/Search/Codec/Zlib.swift"], "Sites": [],
    "Notices": ["Sources/Notices/Decoding/Iconv.swift"], "gongkai": [],
  ]

  @Test(arguments: allowed.keys.sorted())
  func `imports only what the table allows`(target: String) throws {
    let allowed = Self.system.union(Self.allowed[target] ?? [])
    let files = try Repository.files(below: "Sources/\(target)", extension: "swift")
    #expect(!files.isEmpty)
    for file in files {
      for module in imports(try Repository.text(file)) {
        #expect(allowed.contains(module), "\(file) imports \(module), which \(target) may not")
        if module == "Glibc", let exceptions = Self.withoutGlibc[target] {
          #expect(exceptions.contains(file), "\(file) imports Glibc: only Builds touches the system")
        }
      }
    }
  }

  @Test func `the table names every target`() throws {
    let folders = Set(
      try Repository.files(below: "Sources", extension: "swift").map {
        String($0.dropFirst("Sources/".count).prefix { $0 != "/" })
      })
    #expect(folders == Set(Self.allowed.keys))
  }

  @Test func `C libraries are used by one file each`() throws {
    for module in ["CCmark", "CZlib"] {
      let users = try Repository.files(below: "Sources", extension: "swift").filter {
        imports(try Repository.text($0)).contains(module)
      }
      #expect(users.count <= 1, "\(module) is imported by \(users)")
    }
  }

  @Test func `Package.swift declares no more than the table`() throws {
    let manifest = try Repository.text("Package.swift")
    for (target, allowed) in Self.allowed {
      guard
        let start = manifest.firstRange(of: "arget(name: \"\(target)\"")
          ?? manifest.firstRange(of: "name: \"\(target)\",\n      dependencies")
      else { continue }
      let rest = manifest[start.upperBound...]
      let declaration = rest[..<(rest.firstRange(of: "arget(")?.lowerBound ?? rest.endIndex)]
      guard let list = declaration.firstRange(of: "dependencies: [") else { continue }
      let names = declaration[list.upperBound...].prefix { $0 != "]" }.split(
        separator: "\"", omittingEmptySubsequences: false
      ).enumerated()
        .filter { $0.offset % 2 == 1 }.map { String($0.element) }.filter { !$0.hasPrefix("swift-") }
      for name in names {
        #expect(allowed.contains(name), "\(target) depends on \(name) in Package.swift")
      }
    }
  }

  /// Modules named by import lines, whatever stands before the word.
  private func imports(_ text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard let at = words.firstIndex(of: "import"),
        words[..<at].allSatisfy({
          $0.hasPrefix("@") || $0.hasPrefix("public") || $0.hasPrefix("package") || $0.hasPrefix("private")
            || $0.hasPrefix("internal")
        })
      else { return nil }
      let rest = words[(at + 1)...].filter {
        !["struct", "class", "enum", "func", "var", "let", "protocol", "typealias"].contains($0)
      }
      return rest.first.map { String($0.prefix { $0 != "." }) }
    }
  }
}
