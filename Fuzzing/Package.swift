// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "Fuzzing",
  dependencies: [.package(name: "gongkai", path: "..")],
  targets: [
    .executableTarget(
      name: "fuzz",
      dependencies: [
        .product(name: "Notices", package: "gongkai"), .product(name: "Search", package: "gongkai"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
