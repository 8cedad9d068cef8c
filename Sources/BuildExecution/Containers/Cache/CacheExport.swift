import SystemPackage

/// Makes the archive of a cache out of those that the engine sends, one for each folder that is asked
/// for: with what the patterns name alone, under the names that an archive has.
struct CacheExport {
  private var selection: CacheSelection
  /// Folders that are written when something in them is.
  private var waiting: [FilePath: TarEntry] = [:]
  private let excluded: Set<FilePath>
  private let skipped: (FilePath) -> Void
  private let send: ([UInt8]) -> Void
  private var pending: [UInt8] = []
  private var isTaken = false
  private var padding = 0
  private var root = FilePath()
  private var reader = TarReader()
  /// Whether anything was named.
  private(set) var hasEntries = false

  /// Bytes that are collected before they are handed on.
  private static let portion = 256 * 1024

  /// - Parameter excluded: paths of the archive that are left out, with what they hold.
  init(
    _ patterns: [CachePattern], excluding excluded: Set<FilePath>,
    skipped: @escaping (FilePath) -> Void, send: @escaping ([UInt8]) -> Void
  ) {
    self.selection = CacheSelection(patterns)
    self.excluded = excluded
    self.skipped = skipped
    self.send = send
  }

  /// What is fed next is the archive of `root`, whose names begin with its last component.
  mutating func begin(_ root: FilePath) {
    self.root = root
    reader = TarReader()
  }

  mutating func feed(_ bytes: ArraySlice<UInt8>) throws {
    var reader = reader
    try reader.feed(bytes) { part in
      switch part {
      case .entry(let entry): try take(entry)
      case .content(let bytes): if isTaken { append(bytes) }
      }
    }
    self.reader = reader
  }

  /// The archive of a folder is complete.
  mutating func endRoot() throws {
    try reader.finish()
    fill()
  }

  /// Writes the end of the archive.
  mutating func finish() {
    append(TarHeader.end[...])
    send(pending)
    pending = []
  }

  private mutating func take(_ original: TarEntry) throws {
    fill()
    isTaken = false
    var entry = original
    entry.path = renamed(original.path)
    if entry.kind == .hardLink { entry.target = renamed(original.target) }
    guard !excluded.contains(entry.path) else { return }
    switch selection.answer(entry) {
    case .named: write(entry)
    case .onTheWay: waiting[entry.path] = entry
    case .unnamed, .below: break
    }
  }

  private mutating func write(_ entry: TarEntry) {
    guard entry.kind != .other, String(validating: entry.path) != nil,
      entry.kind != .hardLink || selection.names(entry.target)
    else { return skipped(entry.path) }
    var folder = FilePath()
    for component in entry.path.removingLastComponent().components where !waiting.isEmpty {
      folder.append(component)
      if let above = waiting.removeValue(forKey: folder) { append(TarHeader.entry(above)[...]) }
    }
    append(TarHeader.entry(entry)[...])
    isTaken = entry.kind == .file
    padding = isTaken ? TarHeader.padding(entry.size) : 0
    hasEntries = true
  }

  private func renamed(_ path: FilePath) -> FilePath {
    root.appending(path.components.dropFirst())
  }

  /// What the content before lacks to a whole number of blocks.
  private mutating func fill() {
    if padding > 0 { append([UInt8](repeating: 0, count: padding)[...]) }
    padding = 0
  }

  private mutating func append(_ bytes: ArraySlice<UInt8>) {
    pending += bytes
    guard pending.count >= Self.portion else { return }
    send(pending)
    pending.removeAll(keepingCapacity: true)
  }
}
