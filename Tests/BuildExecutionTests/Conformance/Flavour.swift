import TestSupport

/// A userland: an image, and a folder of the same programs for the host.
enum Flavour: String, CaseIterable, Sendable {
  case busybox, dash, bash

  var image: String { "buildspec-test:\(rawValue)" }

  var programs: String { "\(Self.folder)/\(rawValue)/bin" }

  static var folder: String { Snapshot.path("../.build/conformance") }
}
