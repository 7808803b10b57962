import Glibc
import TestSupport
import Testing

@testable import Builds

/// `site/` is one complete build at every moment: builds are killed and the site compared with the only two it may be.
@Suite struct KillTests {
  /// In memory, so that the device's speed does not matter.
  private static let folder = "/dev/shm"

  @Test(.timeLimit(.minutes(10)))
  func `killed 200 times at random moments, the site is the old one or the new one`() throws {
    let site = try Site(smallSite, in: Self.folder)
    let first = try site.folder.text("content/通知.txt")
    let second = first.replacing("备足物资", with: "清理河道")
    // Both texts get their ids once; then the two sites that may be seen are fixed.
    try build(site)
    var expected: [[String: [UInt8]]] = []
    var longest = 0
    for text in [first, second] {
      try site.write("content/通知.txt", text)
      let started = now()
      try build(site)
      longest = max(longest, now() - started)
      expected.append(try site.output())
    }
    #expect(expected[0] != expected[1])

    var random = SystemRandomNumberGenerator()
    var killed = 0
    var seen = [0, 0]
    for round in 0..<200 {
      try site.write("content/通知.txt", round % 2 == 0 ? first : second)
      let program = try Program.start(["build", "--at", "2026-01-01"], in: site.folder.path)
      // Half of the moments lie anywhere, half close to the publication, where something could break.
      if round % 4 < 2 {
        usleep(UInt32.random(in: 0...UInt32(longest), using: &random))
      } else {
        program.waitForErrors(containing: "[7/8]")
        usleep(UInt32.random(in: 0...4000, using: &random))
      }
      program.send(SIGKILL)
      if program.finish().status == -SIGKILL { killed += 1 }
      let output = try site.output()
      let which = expected.firstIndex(of: output)
      #expect(which != nil, "round \(round): \(Self.difference(output, expected))")
      if let which { seen[which] += 1 }
    }
    #expect(killed > 100, "most builds were killed before they ended: \(killed)")
    #expect(seen[0] > 0 && seen[1] > 0, "both sites were seen: \(seen)")

    let last = try Program.run(["build", "--at", "2026-01-01"], in: site.folder.path)
    #expect(last.status == 0, "the next build succeeds: \(last.errors)")
    #expect(try site.output() == expected[1])
    #expect(try Disk().list(site.folder / ".gongkai") == ["lock", "previous"])
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func `a build that is asked to stop tidies up and says so`(signal: Int32) throws {
    let site = try Site(smallSite, in: Self.folder)
    for number in 0..<400 {
      try site.write("content/\(number).txt", "关于第\(number)件事的通知\n\n各单位：\n一、做好第\(number)件事。\n")
    }
    let program = try Program.start(["build"], in: site.folder.path, variables: ["LANG": "zh_CN.UTF-8"])
    program.waitForErrors(containing: "[1/8]")
    program.send(signal)
    let outcome = program.finish()
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("build-interrupted"))
    #expect(outcome.output.contains("没有发布"))
    #expect(!site.folder.exists("site"))
    #expect(try Disk().list(site.folder / ".gongkai") == ["lock"])
  }

  private func build(_ site: Site) throws {
    let outcome = try Program.run(["build", "--at", "2026-01-01"], in: site.folder.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  /// Microseconds of a steady clock.
  private func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000 + time.tv_nsec / 1000
  }

  private static func difference(_ found: [String: [UInt8]], _ expected: [[String: [UInt8]]]) -> String {
    expected.map { want in
      let names = Set(want.keys).union(found.keys).filter { want[$0] != found[$0] }
      return "differs in \(names.sorted().prefix(5))"
    }.joined(separator: "; ")
  }
}
