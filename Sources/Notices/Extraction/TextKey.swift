/// A string that is compared and hashed by its bytes: far less work than by what they mean in Unicode.
struct TextKey: Hashable, Sendable {
  let string: String

  init(_ string: String) { self.string = string }

  static func == (left: TextKey, right: TextKey) -> Bool {
    let same = left.string.utf8.withContiguousStorageIfAvailable { left in
      right.string.utf8.withContiguousStorageIfAvailable { left.elementsEqual($0) }
    }
    return (same ?? nil) ?? left.string.utf8.elementsEqual(right.string.utf8)
  }

  func hash(into hasher: inout Hasher) {
    let hashed: Void? = string.utf8.withContiguousStorageIfAvailable {
      hasher.combine(bytes: UnsafeRawBufferPointer($0))
    }
    if hashed == nil { for byte in string.utf8 { hasher.combine(byte) } }
  }
}
