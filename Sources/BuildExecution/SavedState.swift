import SystemPackage

/// The files by which one item's folder and variables reach the next. Every item gets fresh files: one
/// that leaves early saves nothing, and then the files of the item before stay.
struct SavedState {
  private let root: FilePath
  private let files: any Files
  private var count = 0
  private(set) var environment: FilePath
  /// Where the next item starts.
  private(set) var folder: String

  init(in root: FilePath, source: FilePath, files: any Files) throws {
    self.root = root
    self.files = files
    self.environment = root.appending("env.0")
    self.folder = source.string
    for file in [environment, nextFolder] {
      try files.write([], to: file, mode: Self.privateMode)
    }
  }

  private static let privateMode: UInt32 = 0o600

  var script: FilePath { root.appending("script.sh") }
  var captured: FilePath { root.appending("captured") }
  private var nextEnvironment: FilePath { root.appending("env.\(count + 1)") }
  private var nextFolder: FilePath { root.appending("folder") }

  func item(succeeding: Bool) -> ItemScript {
    ItemScript(
      environment: environment, nextEnvironment: nextEnvironment, nextFolder: nextFolder,
      start: folder, succeeding: succeeding)
  }

  func write(_ script: String) throws {
    try files.write(Array(script.utf8), to: self.script, mode: Self.privateMode)
  }

  /// Makes the empty file that the next item saves to.
  func prepare() throws {
    try create(nextEnvironment)
  }

  /// Takes over what the item has saved.
  mutating func adopt() throws {
    // Empty when the item left before the saving.
    guard let status = try files.status(nextEnvironment), status.size > 0 else { return }
    try files.removeTree(environment)
    environment = nextEnvironment
    count += 1
    var path = try files.read(nextFolder)
    guard !path.isEmpty else { return }
    if path.last == UInt8(ascii: "\n") { path.removeLast() }
    folder = String(decoding: path, as: UTF8.self)
    try create(nextFolder)
  }

  /// Creates an empty file anew. Emptying the old one would make ext4 send the next content to the
  /// disk at once.
  func create(_ path: FilePath) throws {
    try files.removeTree(path)
    try files.write([], to: path, mode: Self.privateMode)
  }
}
