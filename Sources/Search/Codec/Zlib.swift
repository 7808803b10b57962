import CZlib

/// zlib streams (RFC 1950). The only file of this target that hands pointers to C.
enum Zlib {
  /// Deflates with a fixed level, strategy and window, so that the same bytes give the same stream.
  static func compress(_ bytes: [UInt8], level: Int32 = 6) throws -> [UInt8] {
    var size = compressBound(uLong(bytes.count))
    var out = [UInt8](repeating: 0, count: Int(size))
    let status = out.withUnsafeMutableBufferPointer { target in
      bytes.withUnsafeBufferPointer { source in
        compress2(target.baseAddress, &size, source.baseAddress, uLong(bytes.count), level)
      }
    }
    guard status == Z_OK else { throw SearchError.cannotCompress(status: Int(status)) }
    out.removeLast(out.count - Int(size))
    return out
  }

  /// Deflates what follows `dictionary` in a stream of both, at level 9: what is given back is that stream without its beginning,
  /// `lead(dictionary)`.
  static func compress(_ bytes: [UInt8], after dictionary: [UInt8]) throws -> [UInt8] {
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    // With more room than both take, most of the time would go into clearing it.
    let window = Int32(min(15, max(9, (dictionary.count + bytes.count + 512).highBit + 1)))
    // Negative: blocks alone, without header and checksum.
    var status = deflateInit2_(
      &stream, 9, Z_DEFLATED, -window, min(8, window - 6), Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
    guard status == Z_OK else { throw SearchError.cannotCompress(status: Int(status)) }
    defer { deflateEnd(&stream) }
    var input = bytes
    var out = [UInt8](repeating: 0, count: Int(deflateBound(&stream, uLong(bytes.count))))
    if !dictionary.isEmpty { deflateSetDictionary(&stream, dictionary, uInt(dictionary.count)) }
    out.withUnsafeMutableBufferPointer { target in
      input.withUnsafeMutableBufferPointer { source in
        (stream.next_in, stream.avail_in) = (source.baseAddress, uInt(source.count))
        (stream.next_out, stream.avail_out) = (target.baseAddress, uInt(target.count))
        status = deflate(&stream, Z_FINISH)
      }
    }
    guard status == Z_STREAM_END else { throw SearchError.cannotCompress(status: Int(status)) }
    out.removeLast(Int(stream.avail_out))
    let sum = adler32(adler32(1, dictionary, uInt(dictionary.count)), bytes, uInt(bytes.count))
    for shift: UInt in [24, 16, 8, 0] { out.append(UInt8(truncatingIfNeeded: sum >> shift)) }
    return out
  }

  /// The beginning of a zlib stream that holds `dictionary`, at most 32,768 bytes, as a stored block.
  static func lead(_ dictionary: [UInt8]) -> [UInt8] {
    let (low, high) = (UInt8(dictionary.count & 255), UInt8(dictionary.count >> 8))
    return [0x78, 1, 0, low, high, ~low, ~high] + dictionary
  }

  /// Inflates a whole stream; `nil` when it is damaged, cut short, or longer than `limit` bytes.
  static func decompress(_ bytes: [UInt8], limit: Int) -> [UInt8]? {
    var stream = z_stream()
    guard inflateInit_(&stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return nil }
    defer { inflateEnd(&stream) }
    var input = bytes
    var out: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65536)
    var status = Z_OK
    input.withUnsafeMutableBufferPointer { source in
      stream.next_in = source.baseAddress
      stream.avail_in = uInt(source.count)
      while status == Z_OK && out.count <= limit {
        let made = piece.withUnsafeMutableBufferPointer { target in
          stream.next_out = target.baseAddress
          stream.avail_out = uInt(target.count)
          status = inflate(&stream, Z_NO_FLUSH)
          return target.count - Int(stream.avail_out)
        }
        out.append(contentsOf: piece[0..<made])
        if made == 0 && stream.avail_in == 0 { break }
      }
    }
    return status == Z_STREAM_END && out.count <= limit ? out : nil
  }

  /// CRC-32 (ISO 3309) of a buffer.
  static func crc32(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.withUnsafeBufferPointer { buffer in
      UInt32(truncatingIfNeeded: CZlib.crc32(0, buffer.baseAddress, uInt(buffer.count)))
    }
  }
}
