@_spi(_Unicode) import Swift

extension String {
  /// Unicode normalisation form C (UAX #15); linear, and free for text that is ASCII.
  public var nfc: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return self }
    var scalars = UnicodeScalarView()
    for scalar in _nfc { scalars.append(scalar) }
    return String(scalars)
  }
}
