import CNettle

/// SHA-256 (FIPS 180-4), streaming: Nettle's, which uses the instructions that the processor has for it.
public struct SHA256: Sendable {
  private var context: sha256_ctx

  public init() {
    context = sha256_ctx()
    nettle_sha256_init(&context)
  }

  /// The digest of one buffer.
  public static func hash(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var hash = SHA256()
    hash.update(bytes)
    return hash.finalize()
  }

  /// The digest of one buffer in lower-case hex.
  public static func hex(_ bytes: some Collection<UInt8>) -> String { hexadecimal(hash(bytes)) }

  /// Adds bytes; linear.
  public mutating func update(_ bytes: some Collection<UInt8>) {
    let fast: Void? = bytes.withContiguousStorageIfAvailable {
      nettle_sha256_update(&context, $0.count, $0.baseAddress)
    }
    if fast == nil { update(Array(bytes)) }
  }

  /// The 32 bytes of the digest; the value is as new afterwards.
  public mutating func finalize() -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: Int(SHA256_DIGEST_SIZE)) { digest, count in
      count = Int(SHA256_DIGEST_SIZE)
      nettle_sha256_digest(&context, count, digest.baseAddress)
    }
  }
}

/// Lower-case hexadecimal, two digits a byte.
public func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  var out: [UInt8] = []
  for byte in bytes {
    out.append(digits[Int(byte >> 4)])
    out.append(digits[Int(byte & 15)])
  }
  return String(decoding: out, as: UTF8.self)
}
