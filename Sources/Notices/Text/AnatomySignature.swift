import Diagnostics

/// 落款, and what stands between it and the next part.
extension Anatomy {
  mutating func readSignature() -> Bool {
    if readSigner() { return true }
    let line = lines[at]
    guard line.block == nil, !part.isSigned || part.dateText == nil,
      !part.body.isEmpty || part.addressee != nil,
      let found = SignatureScanner.dateLine(bytes, line.range)
    else { return false }
    let hasOrgans = !found.before.isEmpty || trailingOrgans() > 0
    guard hasOrgans || endsDocument(at + 1) else { return false }
    takeTrailingOrgans(limit: 40)
    if !found.before.isEmpty { takeOrganLine(found.before) }
    if let above = part.headDateText {
      // The date below the title is not the one that it was signed on.
      part.notes.append(above)
      part.headDateText = nil
      trace.reclaim(.signatureDate(partIndex), as: .note(partIndex))
    }
    part.date = found.date.civil
    part.dateText = flow.string(found.date.range)
    trace.claim(flow, found.date.range, .signatureDate(partIndex))
    if !found.after.isEmpty { takeNote(found.after) }
    at += 1
    return true
  }

  /// `主任委员　歐陽敏盛` above the next title, without a date.
  private mutating func readSigner() -> Bool {
    let line = lines[at]
    guard line.block == nil, !part.isSigned, !part.body.isEmpty, SignatureScanner.isSigner(bytes, line.range),
      at + 1 == lines.count || TitleScanner.isTitleLike(bytes, lines[at + 1].range),
      at + 1 == lines.count || SignatureScanner.dateLine(bytes, lines[at + 1].range) == nil
    else { return false }
    takeTrailingOrgans(limit: 40)
    takeOrganLine(line.range)
    at += 1
    return true
  }

  /// Nothing but notes, annexes or titles follow.
  func endsDocument(_ i: Int) -> Bool {
    guard i < lines.count else { return true }
    let range = lines[i].range
    return SignatureScanner.isNote(bytes, range) || SignatureScanner.isImprint(bytes, range)
      || AttachmentScanner.head(bytes, range) != nil || TitleScanner.isTitleLike(bytes, range)
      || Scalars.isOpenParenthesis(FlowText.first(bytes, range))
      || lines.count - i <= 3
  }

  /// How many lines at the end of the body are organs or signers.
  func trailingOrgans() -> Int {
    var count = 0
    for line in part.body.reversed() {
      guard line.block == nil, line.headingLevel == 0, line.range.count <= 200,
        NumberScanner.scan(bytes, line.range) == nil,
        OrganNames.split(bytes, line.range) != nil || SignatureScanner.isSigner(bytes, line.range)
      else { break }
      count += 1
    }
    return count
  }

  mutating func takeTrailingOrgans(limit: Int) {
    let count = min(trailingOrgans(), limit)
    let organs = part.body.suffix(count)
    part.body.removeLast(count)
    for line in organs {
      trace.unclaim(flow, line.range)
      takeOrganLine(line.range)
    }
  }

  mutating func takeOrganLine(_ range: Range<Int>) {
    if let organs = OrganNames.split(bytes, range) {
      for organ in organs {
        part.organs.append(flow.compact(organ))
      }
      trace.claim(flow, range, .organ(partIndex))
    } else {
      part.signers.append(flow.compactSigner(range))
      trace.claim(flow, range, .signer(partIndex))
    }
  }

  /// A part that closes with the name of an organ, without a date.
  mutating func takeUndatedSignature() {
    guard !part.isSigned, part.body.count >= 2 else { return }
    let count = trailingOrgans()
    guard count > 0, count < part.body.count else { return }
    let before = part.body[part.body.count - 1 - count]
    guard before.block == nil, FlowText.endsSentence(bytes, before.range) else { return }
    takeTrailingOrgans(limit: count)
  }

  /// Notes, imprint, download lists and contact lines between the signature and the next part.
  mutating func readAfterSignature() -> Bool {
    let range = lines[at].range
    if lines[at].block != nil { return false }
    if SignatureScanner.isStatusNote(bytes, range) {
      takeNote(range)
      at += 1
      return true
    }
    guard part.isSigned else { return false }
    if AttachmentScanner.isFileName(bytes, range), range.count < 400 {
      bindFile(range)
      drop(at, .links)
      at += 1
      return true
    }
    if NumberScanner.scan(bytes, range) == nil || SignatureScanner.isImprint(bytes, range) {
      takeNote(range)
      at += 1
      return true
    }
    open(.annex)
    return true
  }

  mutating func takeNote(_ range: Range<Int>) {
    trace.claim(flow, range, .note(partIndex))
    part.notes.append(flow.string(range))
  }

  /// A download line that repeats an attachment gives its file.
  mutating func bindFile(_ range: Range<Int>) {
    let (_, _, name) = AttachmentScanner.name(bytes, range)
    let key = Folded.key(bytes, name)
    for i in attachments.indices where attachments[i].file == nil {
      let wanted = Folded.key(attachments[i].name)
      if key == wanted || key.starts(with: wanted + [0x2E]) {
        attachments[i].file = flow.compact(name)
        return
      }
    }
  }
}
