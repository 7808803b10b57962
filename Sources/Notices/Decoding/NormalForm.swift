@_spi(_Unicode) import Swift

/// Unicode normal form C. The standard library has it, as yet without a public name; Foundation's costs 44 MB.
package enum NormalForm {
  /// The text in NFC and the offset of the first byte that changed; `nil` when it is in NFC already.
  package static func composed(_ text: [UInt8]) -> (text: [UInt8], firstChange: Int)? {
    var composed: [UInt8] = []
    composed.reserveCapacity(text.count)
    for scalar in String(decoding: text, as: UTF8.self)._nfc {
      UTF8Sequence.append(scalar.value, to: &composed)
    }
    guard composed != text else { return nil }
    var first = zip(composed, text).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? 0
    while first > 0, first >= composed.count || composed[first] & 0xC0 == 0x80 { first -= 1 }
    return (composed, first)
  }
}
