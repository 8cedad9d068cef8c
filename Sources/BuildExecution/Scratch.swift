import SystemPackage

/// The folder that holds all a build writes by itself. Readable by its owner alone.
struct Scratch {
  let root: FilePath

  /// Copy of the source.
  var source: FilePath { root.appending("src") }
  /// Copy of a secondary source; not there at first.
  func source(_ identifier: String) -> FilePath { root.appending("src-\(identifier)") }
  /// Scripts and saved state, outside the source.
  var state: FilePath { root.appending("tmp") }
  /// Programs for the commands; not there at first.
  var tools: FilePath { root.appending("bin") }
  /// Archives of the cache on their way to and from S3, and what is unpacked; not there at first.
  var cache: FilePath { root.appending("cache") }
  /// Artifacts on their way to S3; not there at first.
  var artifacts: FilePath { root.appending("artifacts") }

  static func create(host: Host) throws -> Scratch {
    let parent = FilePath(host.environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp")
    guard let folder = try host.files.resolve(parent) else {
      throw FileProblem("cannot create a folder in", parent, reason: "there is no such folder")
    }
    let scratch = Scratch(root: folder.appending("buildspec-\(host.randomness.hex(8))"))
    try host.files.createFolder(scratch.root, mode: 0o700)
    try host.files.createFolder(scratch.source, mode: 0o755)
    try host.files.createFolder(scratch.state, mode: 0o700)
    return scratch
  }
}
