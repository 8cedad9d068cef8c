import SystemPackage

/// The archive of a cache on its way into a container. It is read twice: first to see that all of it
/// can be read and what is named, then to send what is to be changed.
struct CacheImport {
  /// Hands an archive on, part by part, from its begin to its end.
  typealias Archive = ((ArraySlice<UInt8>) throws -> Void) throws -> Void

  struct Found {
    let path: FilePath
    let kind: TarEntry.Kind
    let target: FilePath

    init(_ entry: TarEntry) {
      (path, kind, target) = (entry.path, entry.kind, entry.target)
    }
  }

  /// One for each entry of the archive; `nil` for those that are not named.
  private(set) var found: [Found?] = []

  /// - Parameter skipped: is told of what no pattern names, but not of what is below it.
  /// - Throws: `TarFault` when the archive is no good, or what `archive` throws.
  init(
    _ archive: Archive, named patterns: [CachePattern], skipped: @escaping (FilePath) -> Void
  ) throws {
    var reader = TarReader()
    var selection = CacheSelection(patterns)
    var files: Set<FilePath> = []
    try archive { bytes in
      try reader.feed(bytes) { part in
        guard case .entry(let entry) = part else { return }
        try Self.check(entry.path)
        let isNamed = Self.names(entry, &selection, files, skipped)
        if isNamed, entry.kind == .file { files.insert(entry.path) }
        found.append(isNamed ? Found(entry) : nil)
      }
    }
    try reader.finish()
  }

  private static func check(_ path: FilePath) throws {
    guard path.isRelative, !path.isEmpty, String(validating: path) != nil,
      !path.components.contains(where: { $0.kind != .regular })
    else { throw TarFault("it has the path \(path.string)") }
  }

  private static func names(
    _ entry: TarEntry, _ selection: inout CacheSelection, _ files: Set<FilePath>,
    _ skipped: (FilePath) -> Void
  ) -> Bool {
    switch selection.answer(entry) {
    case .below: return false
    case .onTheWay: return true
    case .named:
      switch entry.kind {
      case .file, .folder, .link: return true
      case .hardLink: if files.contains(entry.target) { return true }
      case .other: break
      }
    case .unnamed: break
    }
    skipped(entry.path)
    return false
  }

  /// Sends the archive as the container gets it.
  /// - Parameters:
  ///   - leftOut: indices in `found`.
  ///   - place: where a path of the archive is in the container, relative to its root.
  func send(
    _ archive: Archive, without leftOut: Set<Int>, place: @escaping (FilePath) -> FilePath,
    _ send: @escaping ([UInt8]) -> Void
  ) throws {
    var reader = TarReader()
    var index = -1
    var padding = 0
    var takes = false
    try archive { bytes in
      try reader.feed(bytes) { part in
        switch part {
        case .content(let bytes): if takes { send(Array(bytes)) }
        case .entry(var entry):
          send([UInt8](repeating: 0, count: padding))
          index += 1
          takes = found.indices.contains(index) && found[index] != nil && !leftOut.contains(index)
          padding = takes ? TarHeader.padding(entry.size) : 0
          guard takes else { return }
          entry.path = place(entry.path)
          if entry.kind == .hardLink { entry.target = place(entry.target) }
          // Not even a container of the build gets programs that make others root.
          entry.mode &= 0o777
          send(TarHeader.entry(entry))
        }
      }
    }
    send([UInt8](repeating: 0, count: padding) + TarHeader.end)
  }
}
