package import SystemPackage

/// The files of a build, as far as its cache is concerned. This is all that the cache asks of an
/// engine: one that runs builds elsewhere packs and unpacks there.
package protocol CachePlace: Sendable {
  /// Where the files are of use; a cache is not shared with places of another name. `nil` stands for
  /// this machine.
  var system: String? { get }

  /// What it takes on this machine.
  var programs: [String] { get }

  /// Packs what the patterns name into a new file on this machine, as tar with zstd.
  /// - Returns: `false` when nothing is there to be packed.
  /// - Throws: `CacheProblem`, `FileProblem`, and `BuildStopped` when the build is to end.
  func pack(_ paths: [String], to archive: FilePath) async throws -> Bool

  /// Unpacks what the patterns name out of an archive on this machine. Nothing is changed when the
  /// archive cannot be read.
  /// - Throws: `CacheProblem`, `FileProblem`, and `BuildStopped` when the build is to end.
  func unpack(_ archive: FilePath, _ paths: [String]) async throws

  /// Patterns that this place does not cache, and why.
  func leftOut(_ paths: [String]) -> (paths: [String], reason: String)
}

/// The cache cannot be used; the build goes on without.
struct CacheProblem: Error, Hashable, CustomStringConvertible {
  /// One sentence without the final full stop.
  var description: String
  /// Whether the archive itself is to blame.
  var isDamage = false

  static let keyTooLong = CacheProblem(description: "the key is too long for the name of a file")
}
