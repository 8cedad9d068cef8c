import SystemPackage

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A folder of scripts that its owner alone may read, since scripts hold secrets at times. The names
/// are numbers, so that many fit on a command line.
struct ShellCheckFolder: Sendable {
  let path: String

  static func create() throws(ShellCheckFailure) -> ShellCheckFolder {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    var template = Array("\(parent.isEmpty ? "/tmp" : parent)/buildspec-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw .failed("cannot create a temporary folder: \(Errno(rawValue: errno).description)")
    }
    return ShellCheckFolder(
      path: String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self))
  }

  func write(_ text: String, to name: String) throws(ShellCheckFailure) {
    do {
      let file = try FileDescriptor.open(
        FilePath("\(path)/\(name)"), .writeOnly,
        options: [.create, .exclusiveCreate, .closeOnExec], permissions: .ownerReadWrite)
      _ = try file.closeAfter { try file.writeAll(text.utf8) }
    } catch {
      throw .failed("cannot write a temporary file: \((error as? Errno)?.description ?? "")")
    }
  }

  func remove() {
    try? TreeRemoval().remove(FilePath(path))
  }
}
