import Testing

@testable import Search

@Suite struct TextDictionaryTests {
  private func bytes(_ seed: UInt64, _ count: Int) -> [UInt8] {
    var random = Random(seed)
    return (0..<count).map { _ in UInt8(random.next(240)) }
  }

  @Test func `what many texts say is in the dictionary, what one says is not`() {
    let common = bytes(1, 64)
    let texts = (0..<20).map { bytes(UInt64(100 + $0), 400) + common + bytes(UInt64(200 + $0), 400) }
    let dictionary = TextDictionary.make(of: texts)
    #expect(!dictionary.isEmpty && dictionary.count <= TextDictionary.most)
    let grams = { (bytes: [UInt8]) in
      Set(bytes.indices.dropLast(5).map { Array(bytes[$0..<$0 + 6]) })
    }
    #expect(grams(dictionary).intersection(grams(common)).count > 40)
    #expect(TextDictionary.make(of: [bytes(3, 9000)]) == [])
    #expect(TextDictionary.make(of: []) == [])
  }

  @Test func `a dictionary is never larger than its texts are worth, nor than the limit`() {
    let common = bytes(1, 4000)
    #expect(TextDictionary.make(of: [bytes(4, 100) + common[..<100], Array(common[..<300])]) == [])
    let many = TextDictionary.make(of: (0..<60).map { bytes(UInt64($0), 300) + common })
    #expect(many.count == TextDictionary.most)
  }

  @Test func `a stream behind a dictionary is smaller, and goes on from its lead`() throws {
    let text = bytes(7, 300)
    for dictionary in [[], Array(text[100...]), bytes(8, 1536)] {
      let stream = try Zlib.compress(text, after: dictionary)
      let whole = try #require(Zlib.decompress(Zlib.lead(dictionary) + stream, limit: 1 << 20))
      #expect(whole == dictionary + text)
      var other = dictionary
      if !other.isEmpty {
        other[0] ^= 1
        #expect(Zlib.decompress(Zlib.lead(other) + stream, limit: 1 << 20) == nil)
      }
    }
    let (alone, behind) = (try Zlib.compress(text, after: []), try Zlib.compress(text, after: text))
    #expect(behind.count < alone.count / 4)
  }

  /// The vector of docs/search-format.md.
  @Test func `the end of a stream is read behind the dictionary`() {
    let stream: [UInt8] = [1, 4, 0, 0xFB, 0xFF, 1, 2, 3, 4, 0, 0x3D, 0, 0x11]
    #expect(Zlib.decompress(Zlib.lead([1, 2, 3]) + stream, limit: 100) == [1, 2, 3, 1, 2, 3, 4])
  }

  @Test func `the site's dictionary makes blocks smaller that it was not made from`() throws {
    let documents = InventedDocuments.make(80, seed: 41)
    let code = TextCode(documents: Array(documents[..<40]))
    #expect(!code.dictionary.isEmpty)
    var (with, without) = (0, 0)
    for document in documents[40...] {
      for units in TextBlock.plain(document, clauses: document.indexedClauses, shift: 4) {
        with += try Zlib.compress(code.encode(units), after: code.dictionary).count
        without += try Zlib.compress(code.encode(units), after: []).count
      }
    }
    #expect(with < without)
  }
}
