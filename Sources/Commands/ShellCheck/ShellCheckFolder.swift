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
    var template = Array("\(parent)/buildspec-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw .failed("cannot create a temporary folder: \(Errno(rawValue: errno).description)")
    }
    return ShellCheckFolder(
      path: String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self))
  }

  /// `TMPDIR`, or else memory where a system has a place for it: many small files take a disk as long
  /// as ShellCheck takes to read them.
  private static var parent: String {
    if let value = getenv("TMPDIR"), value[0] != 0 { return String(cString: value) }
    return access(memory, W_OK) == 0 ? memory : "/tmp"
  }

  private static let memory = "/dev/shm"

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
