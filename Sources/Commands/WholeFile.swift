import BuildExecution
import SystemPackage

/// Writes a file so that nobody sees a part of it: beside its place first, then renamed.
struct WholeFile {
  let path: FilePath
  let host: Host

  func write(_ bytes: [UInt8]) throws(ToolError) {
    do {
      try replace(with: bytes)
    } catch let error as ToolError {
      throw error
    } catch {
      throw ToolError(.fault, "\(error)")
    }
  }

  /// Follows a link to what it names. A device or pipe is written as it stands, since a rename would
  /// put a file in its place.
  private func replace(with bytes: [UInt8]) throws {
    let mode: UInt32 = 0o666
    let status = try host.files.statusFollowingLinks(path)
    switch status?.kind {
    case .folder: throw ToolError.usage("cannot write \(path.string): is a directory")
    case .other: return try host.files.write(bytes, to: path, mode: mode)
    default: break
    }
    let target = try host.files.resolve(path) ?? path
    let folder = target.removingLastComponent()
    guard let name = target.lastComponent, name.kind == .regular,
      try folder.isEmpty || host.files.statusFollowingLinks(folder)?.kind == .folder
    else { throw ToolError.usage("cannot write \(path.string): no such directory") }
    let part = folder.appending(".\(name.string).\(host.randomness.hex(6))")
    do {
      try host.files.write(bytes, to: part, mode: status?.mode ?? mode)
      try host.files.rename(part, to: target)
    } catch {
      try? host.files.removeTree(part)
      throw error
    }
  }
}
