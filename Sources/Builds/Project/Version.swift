/// The version of the program: part of what `gongkai version` prints, and of the keys of caches.
package enum Version {
  package static let current = "0.1.0"
}
