import Testing

@testable import Search

@Suite struct CodecTests {
  @Test func `interpolative code gives back what was written`() {
    var random = Random(5)
    for _ in 0..<300 {
      let high = 1 + random.next(5000)
      var chosen = Set<Int32>()
      for _ in 0..<random.next(min(high, 400)) { chosen.insert(Int32(random.next(high + 1))) }
      let values = chosen.sorted()
      var writer = BitWriter()
      writer.interpolative(values[...], 0, high)
      writer.gamma(high)
      let bytes = writer.finish()
      var reader = BitReader(bytes, 0..<bytes.count)
      var read = [Int32](repeating: -1, count: values.count)
      reader.interpolative(&read, 0, values.count, 0, high)
      #expect(read == values)
      #expect(reader.gamma() == high)
      #expect(!reader.overrun)
    }
  }

  /// The vectors of docs/search-format.md.
  @Test func `codes have the bits of the specification`() {
    func bits(_ body: (inout BitWriter) -> Void) -> [UInt8] {
      var writer = BitWriter()
      body(&writer)
      return writer.finish()
    }
    #expect(bits { $0.gamma(1) } == [0b1000_0000])
    #expect(bits { $0.gamma(5) } == [0b0010_1000])
    #expect(bits { $0.interpolative([3, 8, 9, 11], 0, 15) } == [0x5D, 0xF0])
    #expect(bits { $0.interpolative([0, 1, 2], 0, 2) } == [])
  }

  @Test func `bits that are not there are noticed`() {
    var reader = BitReader([0], 0..<1)
    #expect(reader.gamma() == 1)
    #expect(reader.overrun)
    var short = BitReader([0xFF], 0..<1)
    _ = short.bits(8)
    #expect(!short.overrun)
    _ = short.bits(1)
    #expect(short.overrun)
  }

  @Test(arguments: [0, 1, 127, 128, 16383, 16384, 1 << 34, 1 << 52])
  func `varints give back their value`(_ value: Int) throws {
    var bytes: [UInt8] = []
    bytes.appendVarint(value)
    bytes.appendZigzag(-value - 1)
    var cursor = ByteCursor(bytes)
    #expect(try cursor.varint() == value)
    if value < 1 << 51 { #expect(try cursor.zigzag() == -value - 1) }
  }

  @Test func `an endless varint is refused`() {
    var cursor = ByteCursor([UInt8](repeating: 0xFF, count: 40))
    #expect(throws: ByteCursor.Truncated.self) { try cursor.varint() }
  }

  @Test func `zlib streams that are cut, changed or too long are refused`() throws {
    let text = Array("公开条例".utf8) + [UInt8](repeating: 7, count: 5000)
    let packed = try Zlib.compress(text)
    #expect(Zlib.decompress(packed, limit: 10_000) == text)
    #expect(Zlib.decompress(packed, limit: 4_000) == nil)
    #expect(Zlib.decompress(Array(packed.dropLast()), limit: 10_000) == nil)
    #expect(Zlib.decompress(Array("<html>".utf8), limit: 10_000) == nil)
    #expect(Zlib.decompress([], limit: 10_000) == nil)
  }

  @Test func `logarithms rise and are exact at powers of two`() {
    for k in 0..<30 { #expect(FixedLog.log2(1 << k) == k * 1024) }
    for n in 1..<3000 { #expect(FixedLog.log2(n) <= FixedLog.log2(n + 1)) }
  }
}
