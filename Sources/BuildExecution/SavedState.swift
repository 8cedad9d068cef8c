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
    try files.write([], to: environment, mode: Self.privateMode)
  }

  static let privateMode: UInt32 = 0o600

  var script: FilePath { root.appending("script.sh") }
  var captured: FilePath { root.appending("captured") }
  private var nextEnvironment: FilePath { root.appending("env.\(count + 1)") }
  private var nextFolder: FilePath { root.appending("folder") }

  func item(succeeding: Bool) -> ItemScript {
    ItemScript(
      environment: environment, nextEnvironment: nextEnvironment, nextFolder: nextFolder,
      start: folder, succeeding: succeeding)
  }

  /// Makes the empty files that the next item saves to.
  func prepare() throws {
    try create(nextEnvironment, [])
    try create(nextFolder, [])
  }

  /// Takes over what the item has saved.
  mutating func adopt() throws {
    var path = try files.read(nextFolder)
    // The folder is saved last; without it the variables may be cut off, as on a full disk.
    guard !path.isEmpty else { return }
    if path.last == UInt8(ascii: "\n") { path.removeLast() }
    folder = String(decoding: path, as: UTF8.self)
    try files.removeTree(environment)
    environment = nextEnvironment
    count += 1
  }

  /// Creates a file anew. Cutting an old one would make ext4 write it to the disk at once.
  func create(_ path: FilePath, _ bytes: [UInt8]) throws {
    try files.removeTree(path)
    try files.write(bytes, to: path, mode: Self.privateMode)
  }
}
