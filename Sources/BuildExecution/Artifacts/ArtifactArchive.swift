import SystemPackage
import ZipArchive

/// Writes the files of an artifact into a ZIP archive: beside its place first, then renamed, so that
/// nobody ever sees half an archive. Equal files make equal archives: they are sorted, and their
/// times are left out.
struct ArtifactArchive {
  let host: Host
  /// Asked for each part of a file; `write` throws `BuildStopped` when it is true.
  let isStopped: () -> Bool

  func write(_ artifact: [ArtifactFile], to path: FilePath) throws {
    try host.files.createFolders(path.removingLastComponent(), mode: 0o755)
    let staged = path.removingLastComponent().appending(".buildspec-\(host.randomness.hex(8))")
    defer { try? host.files.removeTree(staged) }
    let writer = try host.files.create(staged, mode: 0o644)
    do {
      try write(artifact, to: writer)
    } catch {
      try? writer.close()
      throw error
    }
    try writer.close()
    if try host.files.status(path)?.kind == .folder {
      throw FileProblem("cannot write", path, reason: "a folder is in its place")
    }
    try host.files.rename(staged, to: path)
  }

  private func write(_ artifact: [ArtifactFile], to writer: any FileWriter) throws {
    var archive = try ZipWriter(to: Output(writer: writer))
    let named = artifact.map { (name: Self.name($0.target), file: $0) }
    for (name, file) in named.sorted(by: { $0.name.lexicographicallyPrecedes($1.name) }) {
      try add(file, named: name, to: &archive)
    }
    try archive.finish()
  }

  private func add(
    _ file: ArtifactFile, named name: [UInt8], to archive: inout ZipWriter
  ) throws {
    if isStopped() { throw BuildStopped() }
    if file.isLink {
      let target = Self.name(try host.files.linkTarget(file.source))
      let entry = ZipEntry(name: name, mode: 0o777, isLink: true, size: UInt64(target.count))
      return try archive.add(entry) { try $0(target[...]) }
    }
    guard let status = try host.files.status(file.source) else {
      throw FileProblem("cannot read", file.source, reason: "it is gone")
    }
    let entry = ZipEntry(name: name, mode: status.mode, size: UInt64(status.size))
    try archive.add(entry) { write in
      try host.files.read(file.source) { part in
        if isStopped() { throw BuildStopped() }
        try write(part)
      }
    }
  }

  /// The bytes of a path as they are, whether UTF-8 or not.
  private static func name(_ path: FilePath) -> [UInt8] {
    path.withPlatformString { text in
      var bytes: [UInt8] = []
      var next = text
      while next.pointee != 0 {
        bytes.append(UInt8(bitPattern: next.pointee))
        next += 1
      }
      return bytes
    }
  }

  private struct Output: ZipOutput {
    let writer: any FileWriter

    func append(_ bytes: ArraySlice<UInt8>) throws { try writer.append(bytes) }

    func overwrite(_ bytes: [UInt8], at offset: UInt64) throws {
      try writer.overwrite(bytes, at: offset)
    }
  }
}
