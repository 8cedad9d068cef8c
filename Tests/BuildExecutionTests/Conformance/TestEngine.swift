import BuildExecution
import Commands
import TestSupport

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The container engine of this machine. Where the variable `BUILDSPEC_TEST_ENGINE` is set, as by
/// `make test`, tests that need it run and fail without it; elsewhere they are reported as skipped.
enum TestEngine {
  static let isThere: Bool = {
    if getenv("BUILDSPEC_TEST_ENGINE") != nil { return true }
    let images = "'\(script)' '\(Flavour.folder)'"
    return system("{ docker version && \(images); } >/dev/null 2>&1") == 0
  }()

  private static let script = Snapshot.path("../scripts/test-images.sh")

  /// Makes the images, once.
  static let images = Task {
    let outcome = try await Tool.run(
      script, [Flavour.folder], in: "/", environment: environment)
    guard outcome.status == 0 else { throw Unusable(reason: outcome.error) }
  }

  /// The environment in which the command line tool of the engine works.
  static var environment: [String: String] { Host.live().environment }

  struct Unusable: Error {
    let reason: String
  }
}
