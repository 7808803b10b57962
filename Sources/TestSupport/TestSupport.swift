@_exported import Builds
