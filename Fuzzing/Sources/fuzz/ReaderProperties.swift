import Diagnostics
import Notices

/// What holds for whatever bytes a file has.
enum ReaderProperties {
  static func check(_ bytes: [UInt8], path: String, lossless: Bool) {
    let file = SourceFile(path: path, bytes: bytes)
    let notice = NoticeReader().read(file)
    let json = NoticeJSON(notice).bytes(pretty: false)
    require(JSONCheck.isValid(json), "the JSON of a notice does not parse")
    checkAnchors(of: notice)
    // The dearer properties, on the inputs that a checksum picks: the same inputs in every run.
    let sum = bytes.reduce(UInt32(bytes.count)) { $0 &* 31 &+ UInt32($1) }
    func isPicked(_ which: UInt32, of all: UInt32) -> Bool { Faults.stopsAtFirst || sum % all == which }
    if isPicked(0, of: 4) { require(!NoticeTree(notice).text.isEmpty, "a notice without a tree") }
    if isPicked(1, of: 8) {
      require(NoticeJSON(NoticeReader().read(file)).bytes(pretty: false) == json, "read twice, two notices")
    }
    if lossless, isPicked(2, of: 3) {
      let losses = LosslessCheck.check(file)
      require(losses.isEmpty, "text is lost", losses.prefix(3))
    }
    for diagnostic in notice.diagnostics {
      require(!diagnostic.message(.chinese).contains("{0}"), "a message with a hole", diagnostic.id)
    }
  }

  /// Every anchor is an address: it is there once, and what points into the text points at something.
  private static func checkAnchors(of notice: Notice) {
    var seen: Set<String> = []
    for part in notice.parts { collect(part.body, &seen) }
    for duty in notice.duties {
      require(duty.anchor.isEmpty || seen.contains(duty.anchor), "a duty at no anchor", duty.anchor)
    }
  }

  private static func collect(_ blocks: [Block], _ seen: inout Set<String>) {
    func claim(_ anchor: String) {
      if !anchor.isEmpty { require(seen.insert(anchor).inserted, "an anchor twice", anchor) }
    }
    for block in blocks {
      switch block {
      case .section(let it):
        require(!it.anchor.isEmpty, "a section without an anchor")
        claim(it.anchor)
        collect(it.children, &seen)
      case .paragraph(let it): claim(it.anchor)
      case .list(let it):
        claim(it.anchor)
        for item in it.items { collect(item, &seen) }
      case .table(let it): claim(it.anchor)
      case .quote(let it):
        claim(it.anchor)
        collect(it.children, &seen)
      case .preformatted(let it): claim(it.anchor)
      case .image(let it): claim(it.anchor)
      case .rule: break
      }
    }
  }
}
