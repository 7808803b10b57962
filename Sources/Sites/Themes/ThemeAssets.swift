import Bytes
import Diagnostics

/// A file of a theme's `assets/` as it is published: its name carries a digest of its bytes, and the names of other
/// assets inside it have been replaced by theirs.
public struct ThemeAsset: Sendable, Equatable {
  /// `site.css`, relative to `assets/`.
  public let name: String
  /// Site path, `assets/site-0123456789ab.css`.
  public let address: String
  public let bytes: [UInt8]
  /// `sha256-…`, for the `integrity` attribute.
  public let integrity: String

  /// The name in templates: `site_css`.
  var key: String {
    String(
      decoding: name.utf8.map { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
          ? byte : 0x5F
      }, as: UTF8.self)
  }
}

/// Fingerprints assets in the order of their references.
struct AssetPublisher {
  private let files: [String: SourceFile]
  private let offline: Bool
  private var done: [String: ThemeAsset] = [:]
  private var open: [String] = []
  private var diagnostics: [Diagnostic] = []

  /// - Parameters:
  ///   - files: by name relative to `assets/`.
  ///   - offline: scripts become classic ones, see `ClassicScript`.
  static func publish(_ files: [String: SourceFile], offline: Bool = false) -> Diagnosed<[ThemeAsset]> {
    var publisher = AssetPublisher(files: files, offline: offline)
    for name in files.keys.sorted() { _ = publisher.asset(name) }
    return Diagnosed(publisher.done.values.sorted { $0.name < $1.name }, publisher.diagnostics)
  }

  private init(files: [String: SourceFile], offline: Bool) {
    self.files = files
    self.offline = offline
  }

  private mutating func asset(_ name: String) -> ThemeAsset? {
    if let ready = done[name] { return ready }
    guard let file = files[name] else { return nil }
    guard !open.contains(name) else {
      diagnostics.append(Diagnostic(.assetCycle, name, file: file.path))
      return nil
    }
    open.append(name)
    var bytes = rewritten(file, name)
    open.removeLast()
    if offline && SitePath.fileExtension(name) == "js" {
      let script = ClassicScript(bytes)
      bytes = script.bytes
      if let line = script.unsupported {
        diagnostics.append(
          Diagnostic(.assetNotClassic, name, file: file.path, range: SourceRange(line: line)))
      }
    }
    bytes = minified(bytes, name)
    let digest = SHA256.hash(bytes)
    let ending = SitePath.fileExtension(name)
    let stem = ending.isEmpty ? name : String(name.dropLast(ending.utf8.count + 1))
    let asset = ThemeAsset(
      name: name,
      address: "assets/\(stem)-\(hexadecimal(digest.prefix(6)))\(ending.isEmpty ? "" : "." + ending)",
      bytes: bytes, integrity: "sha256-" + Base64.encode(digest))
    done[name] = asset
    return asset
  }

  /// Style sheets and scripts name other assets by relative addresses: `url(x.svg)`, `'./x.js'`.
  private mutating func rewritten(_ file: SourceFile, _ name: String) -> [UInt8] {
    let ending = SitePath.fileExtension(name)
    guard ending == "css" || ending == "js" else { return file.bytes }
    var out: [UInt8] = []
    var copied = 0
    for reference in AssetReferences.find(file.bytes, css: ending == "css") {
      let target = SitePath.resolve(reference.path, from: name)
      // A script that names itself does so in a comment: it cannot know its own digest.
      if target == name { continue }
      guard let target, let asset = asset(target) else {
        if target == nil || files[target ?? ""] == nil {
          diagnostics.append(Diagnostic(.assetReferenceMissing, reference.path, file: file.path))
        }
        continue
      }
      out.append(contentsOf: file.bytes[copied..<reference.range.lowerBound])
      out.append(contentsOf: relative(asset.address, from: name, dotted: ending == "js").utf8)
      copied = reference.range.upperBound
    }
    out.append(contentsOf: file.bytes[copied...])
    return out
  }

  /// A file whose name says that it is small already (`x.min.js`) stays as it is.
  private func minified(_ bytes: [UInt8], _ name: String) -> [UInt8] {
    let ending = SitePath.fileExtension(name)
    if name.hasSuffix(".min." + ending) { return bytes }
    switch ending {
    case "css": return StyleSheetMinifier.minify(bytes)
    case "js": return ScriptMinifier.minify(bytes)
    default: return bytes
    }
  }

  /// The published name of `address` seen from the published file of `name`.
  private func relative(_ address: String, from name: String, dotted: Bool) -> String {
    let depth = name.split(separator: "/").count - 1
    let up = String(repeating: "../", count: depth)
    return (dotted && depth == 0 ? "./" : up) + address.dropFirst("assets/".count)
  }
}

/// Relative addresses inside a style sheet or a script.
enum AssetReferences {
  struct Reference {
    var path: String
    var range: Range<Int>
  }

  /// In CSS what stands in `url(…)`, in scripts string literals that begin with `./` or `../` and name a file with an
  /// extension. Fragments and absolute addresses are left alone.
  static func find(_ bytes: [UInt8], css: Bool) -> [Reference] {
    css ? inStyleSheet(bytes) : inScript(bytes)
  }

  private static func inStyleSheet(_ bytes: [UInt8]) -> [Reference] {
    var found: [Reference] = []
    let opening = Array("url(".utf8)
    var at = 0
    while at + 4 < bytes.count {
      guard bytes[at...].starts(with: opening) else {
        at += 1
        continue
      }
      at += 4
      let quote: UInt8? = bytes[at] == 0x22 || bytes[at] == 0x27 ? bytes[at] : nil
      let start = quote == nil ? at : at + 1
      guard let end = bytes[start...].firstIndex(of: quote ?? 0x29) else { break }
      append(bytes, start..<end, &found, needsDot: false)
      at = end
    }
    return found
  }

  private static func inScript(_ bytes: [UInt8]) -> [Reference] {
    var found: [Reference] = []
    var at = 0
    while at + 2 < bytes.count {
      let quote = bytes[at]
      guard quote == 0x22 || quote == 0x27, bytes[at + 1] == 0x2E,
        let end = bytes[(at + 1)...].prefix(256).firstIndex(where: { $0 == quote || $0 == 0x0A }),
        bytes[end] == quote
      else {
        at += 1
        continue
      }
      append(bytes, (at + 1)..<end, &found, needsDot: true)
      at = end + 1
    }
    return found
  }

  private static func append(
    _ bytes: [UInt8], _ range: Range<Int>, _ found: inout [Reference], needsDot: Bool
  ) {
    let text = String(decoding: bytes[range], as: UTF8.self)
    if needsDot, !text.hasPrefix("./"), !text.hasPrefix("../") { return }
    guard !text.hasPrefix("#"), case .relative(let path, nil) = WebAddress.classify(text),
      !SitePath.fileExtension(path).isEmpty
    else { return }
    found.append(Reference(path: path, range: range))
  }
}
