import Synchronization
import TestSupport
import Testing

@testable import Builds

/// Same input, same bytes.
@Suite struct DeterminismTests {
  /// The repository's own documents, as in a fresh clone.
  private func clone() throws -> Site {
    let site = try Site()
    for file in try FolderScan.files(in: Repository.root + "/content", shownAs: "content", disk: Disk()).value
    where file.relativePath != ContentScan.lockName {
      try site.write(file.path, try Disk().read(file.location))
    }
    return site
  }

  @Test func `jobs, the order of the disk and the folder do not change a byte`() async throws {
    let reference = try clone()
    var result = await reference.build { $0.jobs = 1 }
    #expect(result.status != .nothingPublished, "\(result.diagnostics)")
    let expected = try reference.output()
    let lock = try reference.folder.text("content/ids.lock.yml")
    #expect(expected.count > 50)
    for seed in 1...2 {
      let other = try clone()
      var disk = Disk()
      disk.listingOrder = { names in
        var random = Scramble(state: UInt64(seed))
        return names.shuffled(using: &random)
      }
      result = await other.build(disk: disk) { $0.jobs = seed * 2 }
      #expect(try other.output() == expected)
      #expect(try other.folder.text("content/ids.lock.yml") == lock)
    }
  }

  @Test func `time zone and locale do not change a byte`() throws {
    var trees: [[String: [UInt8]]] = []
    for variables in [
      ["TZ": "Pacific/Kiritimati", "LC_ALL": "zh_CN.UTF-8", "SOURCE_DATE_EPOCH": "1767225600"],
      ["TZ": "America/Los_Angeles", "LC_ALL": "tr_TR.UTF-8", "SOURCE_DATE_EPOCH": "1767225600"],
    ] {
      let site = try clone()
      let outcome = try Program.run(["build"], in: site.folder.path, variables: variables)
      #expect(outcome.status < 2, "\(outcome.errors)")
      trees.append(try site.output())
    }
    #expect(trees[0] == trees[1])
    #expect(trees[0].count > 50)
  }

  @Test func `notices that stay in memory and notices that are read again give the same bytes`() async throws
  {
    let site = try clone()
    await site.build()
    let first = try site.output()
    await site.build { $0.keptBytes = 0 }
    #expect(try site.output() == first)
  }

  @Test func `a second build of the same input gives the same bytes`() async throws {
    let site = try clone()
    await site.build()
    let first = try site.output()
    await site.build()
    #expect(try site.output() == first)
  }
}

/// A small generator with a seed, so that a failure can be repeated (SplitMix64).
private struct Scramble: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
