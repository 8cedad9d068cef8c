import SystemPackage

/// The folder that holds all a build writes by itself. Readable by its owner alone.
struct Scratch {
  let root: FilePath
  /// Tells others that this build is alive; `nil` where files cannot be locked.
  let lock: (any FileLock)?

  /// Copy of the source.
  var source: FilePath { root.appending("src") }
  /// Copy of a secondary source; not there at first.
  func source(_ identifier: String) -> FilePath { root.appending("src-\(identifier)") }
  /// Scripts and saved state, outside the source.
  var state: FilePath { root.appending("tmp") }
  /// Programs for the commands; not there at first.
  var tools: FilePath { root.appending("bin") }
  /// Runtimes under the names that commands call; not there at first.
  var runtimes: FilePath { root.appending("runtimes") }
  /// Archives of the cache on their way to and from S3, and what is unpacked; not there at first.
  var cache: FilePath { root.appending("cache") }
  /// Artifacts on their way to S3; not there at first.
  var artifacts: FilePath { root.appending("artifacts") }

  static let prefix = "buildspec-"
  private static let digits = 16
  static let lockName: FilePath.Component = "lock"

  /// Where a build keeps the numbers of its sessions, below `state`.
  static let sessions: FilePath.Component = "sessions"

  /// The folder of all such folders.
  static func parent(host: Host) -> FilePath {
    FilePath(host.environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp")
  }

  /// Whether a folder of this name may be one of these.
  static func isName(_ name: String) -> Bool {
    let rest = name.dropFirst(prefix.count)
    return name.hasPrefix(prefix) && rest.count == digits && rest.allSatisfy(\.isHexDigit)
  }

  /// A folder that a build has left.
  init(left root: FilePath) {
    self.root = root
    lock = nil
  }

  private init(root: FilePath, lock: (any FileLock)?) {
    self.root = root
    self.lock = lock
  }

  static func create(host: Host) throws -> Scratch {
    let parent = parent(host: host)
    guard let folder = try host.files.resolve(parent) else {
      throw FileProblem("cannot create a folder in", parent, reason: "there is no such folder")
    }
    let root = folder.appending(prefix + host.randomness.hex(digits / 2))
    try host.files.createFolder(root, mode: 0o700)
    let lock = try? host.files.createLocked(root.appending(lockName))
    let scratch = Scratch(root: root, lock: lock)
    try host.files.createFolder(scratch.source, mode: 0o755)
    try host.files.createFolder(scratch.state, mode: 0o700)
    return scratch
  }
}
