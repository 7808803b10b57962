import Bytes
import Synchronization

/// The data sets of the site and their description in DCAT 3 (W3C), as JSON-LD.
struct DataCatalogue {
  private let renderer: PageRenderer

  init(_ renderer: PageRenderer) { self.renderer = renderer }

  struct File {
    var path: String
    /// IANA media type.
    var type: String
    var recipe: Recipe
  }

  struct DataSet {
    var id: String
    var title: String
    var rows: Int
    var files: [File]
  }

  var sets: [DataSet] {
    let strings = renderer.strings
    var sets = [
      DataSet(
        id: "documents", title: strings(.documents), rows: renderer.catalog.entries.count,
        files: [
          File(path: SiteAddress.documentsJSONL, type: "application/x-ndjson", recipe: .documentsJSONL),
          File(path: SiteAddress.documentsCSV, type: "text/csv", recipe: .documentsCSV),
        ])
    ]
    if renderer.catalog.duties.count > 0 {
      var duties = DataSet(
        id: "duties", title: strings(.accountability), rows: DutyData(renderer).count,
        files: [
          File(path: SiteAddress.dutiesJSONL, type: "application/x-ndjson", recipe: .dutiesJSONL),
          File(path: SiteAddress.dutiesCSV, type: "text/csv", recipe: .dutiesCSV),
        ])
      if renderer.catalog.duties.hasDueDays {
        duties.files.append(
          File(path: SiteAddress.dutiesICS, type: "text/calendar", recipe: .dutiesCalendar(organ: nil)))
      }
      sets.append(duties)
    }
    return sets
  }

  /// Size and digest of a data file; made once a build.
  func digest(_ file: File) -> FileDigest {
    renderer.digests.digest(file.path) {
      renderer.make(PlannedOutput(path: file.path, recipe: file.recipe, notice: nil))
    }
  }

  /// Relative addresses start at the folder of the file itself.
  func dcat() -> [UInt8] {
    let configuration = renderer.configuration
    var json = JSONWriter(pretty: true)
    json.object { json in
      context(&json)
      json.member("@type", "dcat:Catalog")
      json.member("@id", address(SiteAddress.data))
      json.member("dct:title", FeedIdentity.title(configuration))
      json.member("dct:description", configuration.description ?? FeedIdentity.title(configuration))
      json.member("dct:language", configuration.language)
      publisher(&json)
      licence(&json)
      json.member("foaf:homepage", object: { $0.member("@id", address("")) })
      json.key("dcat:dataset")
      json.array { json in
        for set in sets { dataset(set, &json) }
      }
    }
    json.endLine()
    return json.bytes
  }

  private func context(_ json: inout JSONWriter) {
    json.member(
      "@context",
      object: { json in
        for (name, address) in [
          ("dcat", "http://www.w3.org/ns/dcat#"), ("dct", "http://purl.org/dc/terms/"),
          ("foaf", "http://xmlns.com/foaf/0.1/"), ("spdx", "http://spdx.org/rdf/terms#"),
          ("xsd", "http://www.w3.org/2001/XMLSchema#"),
        ] {
          json.member(name, address)
        }
      })
  }

  private func dataset(_ set: DataSet, _ json: inout JSONWriter) {
    json.object { json in
      json.member("@type", "dcat:Dataset")
      json.member("@id", address(SiteAddress.data) + "#" + set.id)
      json.member("dct:identifier", set.id)
      json.member("dct:title", set.title)
      json.member("dct:description", set.title)
      if let day = renderer.catalog.entries.lazy.compactMap(\.record.dates.published).max() {
        json.member("dct:modified", object: { typed(day.iso, "xsd:date", &$0) })
      }
      publisher(&json)
      licence(&json)
      json.member("dcat:landingPage", object: { $0.member("@id", address(SiteAddress.data)) })
      json.key("dcat:distribution")
      json.array { json in
        for file in set.files { distribution(file, &json) }
      }
    }
  }

  private func distribution(_ file: File, _ json: inout JSONWriter) {
    let digest = digest(file)
    json.object { json in
      json.member("@type", "dcat:Distribution")
      json.member("dct:title", SitePath.fileName(file.path))
      json.member("dcat:downloadURL", object: { $0.member("@id", address(file.path)) })
      json.member("dcat:accessURL", object: { $0.member("@id", address(SiteAddress.data)) })
      json.member(
        "dcat:mediaType",
        object: { $0.member("@id", "https://www.iana.org/assignments/media-types/" + file.type) })
      json.member("dcat:byteSize", object: { typed(String(digest.size), "xsd:nonNegativeInteger", &$0) })
      json.member(
        "spdx:checksum",
        object: { json in
          json.member("@type", "spdx:Checksum")
          json.member("spdx:algorithm", object: { $0.member("@id", "spdx:checksumAlgorithm_sha256") })
          json.member("spdx:checksumValue", object: { typed(digest.sha256, "xsd:hexBinary", &$0) })
        })
      licence(&json)
    }
  }

  private func publisher(_ json: inout JSONWriter) {
    guard let sponsor = renderer.configuration.footer.sponsor else { return }
    json.member(
      "dct:publisher",
      object: {
        $0.member("@type", "foaf:Organization")
        $0.member("foaf:name", sponsor)
      })
  }

  /// The terms by their address; without one in words.
  private func licence(_ json: inout JSONWriter) {
    let configuration = renderer.configuration
    if let address = configuration.licenceAddress {
      json.member("dct:license", object: { $0.member("@id", address) })
    } else if let words = configuration.licence {
      json.member(
        "dct:rights",
        object: {
          $0.member("@type", "dct:RightsStatement")
          $0.member("dct:description", words)
        })
    }
  }

  private func typed(_ value: String, _ type: String, _ json: inout JSONWriter) {
    json.member("@value", value)
    json.member("@type", type)
  }

  private func address(_ path: String) -> String {
    renderer.absolute(path)
      ?? LinkBuilder(from: SiteAddress.dcat, configuration: renderer.configuration).href(path)
  }
}

/// Size and digest of a published file.
struct FileDigest: Sendable, Equatable {
  /// Bytes.
  var size: Int
  /// Lower-case hex.
  var sha256: String
}

/// Digests of the data files, which several pages and languages show: each file is made for it once.
final class DigestCache: Sendable {
  private let known = Mutex<[String: FileDigest]>([:])

  func digest(_ path: String, _ make: () -> RenderedOutput) -> FileDigest {
    if let digest = known.withLock({ $0[path] }) { return digest }
    var (hash, size) = (SHA256(), 0)
    for piece in make().parts {
      hash.update(piece)
      size += piece.count
    }
    let digest = FileDigest(size: size, sha256: hexadecimal(hash.finalize()))
    known.withLock { $0[path] = digest }
    return digest
  }
}
