import SystemPackage

/// The files by which one item's folder and variables reach the next. An item saves to a file that
/// holds nothing but a line feed; one that leaves early saves nothing, and then the file of the item
/// before stays. Two files take turns: to make and remove files for each item costs more than the
/// item, and to empty one makes ext4 send the next content to the disk at once.
struct SavedState {
  private let root: FilePath
  private let files: any Files
  private(set) var environment: FilePath
  private var nextEnvironment: FilePath
  /// Where the next item starts.
  private(set) var folder: String

  init(in root: FilePath, source: FilePath, files: any Files) throws {
    self.root = root
    self.files = files
    self.environment = root.appending("env.0")
    self.nextEnvironment = root.appending("env.1")
    self.folder = source.string
    for file in [environment, nextFolder] { try clear(file) }
  }

  private static let privateMode: UInt32 = 0o600

  var script: FilePath { root.appending("script.sh") }
  var captured: FilePath { root.appending("captured") }
  private var nextFolder: FilePath { root.appending("folder") }

  func item(succeeding: Bool) -> ItemScript {
    ItemScript(
      environment: environment, nextEnvironment: nextEnvironment, nextFolder: nextFolder,
      start: folder, succeeding: succeeding)
  }

  func write(_ script: String) throws {
    try files.write(Array(script.utf8), to: self.script, mode: Self.privateMode)
  }

  /// Makes the file that the next item saves to.
  func prepare() throws {
    try clear(nextEnvironment)
  }

  /// Takes over what the item has saved.
  mutating func adopt() throws {
    // As it was when the item left before the saving.
    guard let status = try files.status(nextEnvironment), status.size > Self.cleared.count else {
      return
    }
    swap(&environment, &nextEnvironment)
    var path = try files.read(nextFolder).dropFirst(Self.cleared.count)
    guard !path.isEmpty else { return }
    if path.last == UInt8(ascii: "\n") { path.removeLast() }
    folder = String(decoding: path, as: UTF8.self)
    try clear(nextFolder)
  }

  /// Makes an empty file for what a script prints.
  func prepareCapture() throws {
    try files.write([], to: captured, mode: Self.privateMode)
  }

  /// What a file holds before an item adds to it.
  private static let cleared = [UInt8(ascii: "\n")]

  private func clear(_ path: FilePath) throws {
    try files.write(Self.cleared, to: path, mode: Self.privateMode)
  }
}
