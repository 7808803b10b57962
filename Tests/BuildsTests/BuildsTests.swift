import Testing

@testable import Builds
