import Testing

@testable import Bytes

@Suite struct SHA256Tests {
  @Test func `gives the digests of the standard`() {
    #expect(SHA256.hex(Array("".utf8)) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      SHA256.hex(Array("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    let long = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"
    #expect(
      SHA256.hex(Array(long.utf8)) == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
  }

  @Test func `does not depend on how the input is cut`() {
    let input = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    for cut in [0, 1, 55, 56, 63, 64, 65, 128, 999] {
      var hash = SHA256()
      hash.update(input[..<cut])
      hash.update(input[cut...])
      #expect(hash.finalize() == SHA256.hash(input))
    }
  }
}

@Suite struct JSONWriterTests {
  @Test func `keeps the order of keys and nests`() {
    var json = JSONWriter()
    json.object {
      $0.member("b", "乙")
      $0.member(
        "a",
        array: {
          $0.number(1)
          $0.object { $0.member("x", nil as String?) }
          $0.array { _ in }
        })
      $0.member("c", true)
    }
    #expect(String(decoding: json.bytes, as: UTF8.self) == #"{"b":"乙","a":[1,{"x":null},[]],"c":true}"#)
  }

  @Test func `escapes what could leave a script element or a line`() {
    var json = JSONWriter()
    json.string("</script>&\u{2028}\"\\\n\u{1}")
    #expect(
      String(decoding: json.bytes, as: UTF8.self)
        == #""\u003c/script\u003e\u0026\u2028\"\\\n\u0001""#)
  }
}
