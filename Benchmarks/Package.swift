// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "gongkai", path: "..")],
  targets: [
    .systemLibrary(name: "CMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .executableTarget(
      name: "benchmarks",
      dependencies: [
        "CMark", .product(name: "Notices", package: "gongkai"), .product(name: "Search", package: "gongkai"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)
