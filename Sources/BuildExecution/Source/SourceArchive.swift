import SystemPackage

/// A source on its way to a container: a tar archive that is handed on while it is made. All files
/// belong to root, as they do on the service.
final class SourceArchive: SourceTarget {
  /// Bytes that are collected before they are handed on.
  private static let portion = 256 * 1024

  private let root: FilePath
  /// Time of the folders, in seconds since 1970.
  private let now: Int64
  private let files: any Files
  private let send: ([UInt8]) -> Void
  private var pending: [UInt8] = []

  /// - Parameter root: the folder in the container, absolute.
  init(
    root: FilePath, now: Timestamp, files: any Files, send: @escaping ([UInt8]) -> Void
  ) {
    self.root = FilePath(root: nil, root.components)
    self.now = now.microseconds / 1_000_000
    self.files = files
    self.send = send
    var folder = FilePath()
    for component in root.components {
      folder.append(component)
      append(TarHeader.folder(folder, mode: 0o755, modified: self.now))
    }
  }

  func createFolder(_ path: FilePath, mode: UInt32) throws {
    append(TarHeader.folder(root.pushing(path), mode: mode, modified: now))
  }

  func add(_ file: FilePath, at path: FilePath) throws {
    guard let status = try files.status(file) else { return }
    let name = root.pushing(path)
    if status.kind == .link {
      return append(TarHeader.link(name, to: try files.linkTarget(file), status))
    }
    guard status.kind == .file else { return }
    append(TarHeader.file(name, status))
    var missing = status.size
    try files.read(file) { bytes in
      // The file may grow while it is read; the header has told its size.
      let part = bytes.prefix(missing)
      append(Array(part))
      missing -= part.count
    }
    // It may have shrunk, too.
    append([UInt8](repeating: 0, count: missing + TarHeader.padding(status.size)))
  }

  /// Adds a file of this content.
  func add(_ content: [UInt8], at path: FilePath, mode: UInt32) {
    let entry = TarEntry(
      path: root.pushing(path), kind: .file, mode: mode, size: content.count, modified: now)
    let padding = [UInt8](repeating: 0, count: TarHeader.padding(content.count))
    append(TarHeader.entry(entry) + content + padding)
  }

  func addLink(at path: FilePath, to target: FilePath) {
    append(
      TarHeader.entry(
        TarEntry(
          path: root.pushing(path), kind: .link, mode: 0o777, modified: now, target: target)))
  }

  /// Writes the end of the archive.
  func finish() {
    pending += TarHeader.end
    send(pending)
    pending = []
  }

  private func append(_ bytes: [UInt8]) {
    pending += bytes
    guard pending.count >= Self.portion else { return }
    send(pending)
    pending = []
  }
}
