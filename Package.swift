// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "gongkai",
  products: [
    .executable(name: "gongkai", targets: ["gongkai"]),
    .library(name: "Notices", targets: ["Notices"]),
    .library(name: "Search", targets: ["Search"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    .systemLibrary(name: "CCmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CPlatform"),
    .target(name: "Bytes", dependencies: ["CNettle"]),
    .target(name: "Diagnostics", dependencies: ["Bytes"]),
    .target(name: "Notices", dependencies: ["Bytes", "Diagnostics", "CCmark", "Yams"]),
    .target(
      name: "Search", dependencies: ["Bytes", "Diagnostics", "CZlib"], exclude: ["Tables/generate.py"]),
    .target(
      name: "Sites",
      dependencies: [
        "Bytes", "Diagnostics", "Notices", "Search", "Yams",
        .product(name: "Mustache", package: "swift-mustache"),
      ]),
    .target(
      name: "Builds",
      dependencies: ["Bytes", "Diagnostics", "Notices", "Search", "Sites", "CPlatform"]),
    .executableTarget(
      name: "gongkai",
      dependencies: ["Builds", .product(name: "ArgumentParser", package: "swift-argument-parser")]),
    .target(name: "TestSupport", dependencies: ["Builds"]),
    .testTarget(name: "BytesTests", dependencies: ["Bytes"]),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "TestSupport"]),
    .testTarget(name: "NoticesTests", dependencies: ["Notices", "TestSupport"]),
    .testTarget(
      name: "SearchTests", dependencies: ["Search", "TestSupport"], exclude: ["Golden"]),
    .testTarget(name: "SitesTests", dependencies: ["Bytes", "Sites", "TestSupport"]),
    .testTarget(name: "BuildsTests", dependencies: ["Builds", "TestSupport"]),
  ],
  swiftLanguageModes: [.v6]
)
