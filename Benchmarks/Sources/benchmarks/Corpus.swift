import Glibc

/// Documents to measure with: files of a folder, or generated ones when there is none.
enum Corpus {
  struct Document {
    var path: String
    var bytes: [UInt8]
  }

  /// `GONGKAI_CORPUS` names a folder with `notices/`; without it, the same number of bytes is generated.
  static func load() -> (name: String, documents: [Document]) {
    if let folder = getenv("GONGKAI_CORPUS").map({ String(cString: $0) }) {
      let documents = files(in: folder + "/notices")
      if !documents.isEmpty { return (folder + "/notices", documents) }
    }
    let documents = (0..<300).map {
      Document(
        path: "content/\($0).\($0 % 4 == 0 ? "md" : "txt")", bytes: Array(SampleText.notice(seed: $0).utf8))
    }
    return ("generated", documents)
  }

  private static func files(in folder: String) -> [Document] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if [".txt", ".md", ".html"].contains(where: name.hasSuffix) { names.append(name) }
    }
    return names.sorted().map { Document(path: $0, bytes: read(folder + "/" + $0)) }
  }

  private static func read(_ path: String) -> [UInt8] {
    guard let file = fopen(path, "rb") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }
}
