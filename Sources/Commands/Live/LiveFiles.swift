import BuildExecution
import SystemPackage

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The file system of this machine.
struct LiveFiles: Files {
  func read(_ path: FilePath) throws -> [UInt8] {
    try naming("cannot read", path) {
      let file = try FileDescriptor.open(path, .readOnly, options: .closeOnExec)
      return try file.closeAfter { try bytes(of: file) }
    }
  }

  func read(_ path: FilePath, _ body: (ArraySlice<UInt8>) throws -> Void) throws {
    try naming("cannot read", path) {
      // A pipe would keep us waiting for who writes to it.
      let options: FileDescriptor.OpenOptions = [.closeOnExec, .noFollow, .nonBlocking]
      let file = try FileDescriptor.open(path, .readOnly, options: options)
      try file.closeAfter {
        guard try isRegular(file) else {
          throw FileProblem("cannot read", path, reason: "not a regular file")
        }
        try readParts(of: file, body)
      }
    }
  }

  func read(_ path: FilePath, from offset: Int, count: Int) throws -> [UInt8] {
    try naming("cannot read", path) {
      let file = try FileDescriptor.open(path, .readOnly, options: [.closeOnExec, .noFollow])
      return try file.closeAfter {
        try [UInt8](unsafeUninitializedCapacity: count) { buffer, read in
          read = try file.read(
            fromAbsoluteOffset: Int64(offset), into: UnsafeMutableRawBufferPointer(buffer))
        }
      }
    }
  }

  func append(_ bytes: [UInt8], to path: FilePath) throws {
    try naming("cannot write", path) {
      let file = try FileDescriptor.open(
        path, .writeOnly, options: [.append, .closeOnExec, .noFollow])
      _ = try file.closeAfter { try file.writeAll(bytes) }
    }
  }

  func create(_ path: FilePath, mode: UInt32) throws -> any FileWriter {
    try naming("cannot write", path) { try LiveFileWriter(path, mode: mode) }
  }

  func write(_ bytes: [UInt8], to path: FilePath, mode: UInt32) throws {
    try naming("cannot write", path) {
      let file = try FileDescriptor.open(
        path, .writeOnly, options: [.create, .closeOnExec],
        permissions: FilePermissions(rawValue: mode_t(mode)))
      try file.closeAfter {
        _ = try file.writeAll(bytes)
        try cut(file, to: bytes.count)
      }
    }
  }

  func status(_ path: FilePath) throws -> FileStatus? {
    try status(path) { lstat($0, &$1) }
  }

  func statusFollowingLinks(_ path: FilePath) throws -> FileStatus? {
    try status(path) { stat($0, &$1) }
  }

  func createFolder(_ path: FilePath, mode: UInt32) throws {
    guard path.withPlatformString({ mkdir($0, mode_t(mode)) }) != 0, errno != EEXIST else { return }
    throw problem("cannot create folder", path)
  }

  func createNewFolder(_ path: FilePath, mode: UInt32) throws -> Bool {
    if path.withPlatformString({ mkdir($0, mode_t(mode)) }) == 0 { return true }
    if errno == EEXIST { return false }
    throw problem("cannot create folder", path)
  }

  func createPipe(_ path: FilePath, mode: UInt32) throws {
    guard path.withPlatformString({ mkfifo($0, mode_t(mode)) }) != 0 else { return }
    throw problem("cannot create pipe", path)
  }

  func createLocked(_ path: FilePath) throws -> any FileLock {
    try naming("cannot lock", path) { try LiveFileLock.create(path) }
  }

  func lock(_ path: FilePath) throws -> (any FileLock)? {
    try naming("cannot lock", path) { try LiveFileLock.take(path) }
  }

  func isLocked(_ path: FilePath) throws -> Bool {
    try naming("cannot lock", path) { try LiveFileLock.isTaken(path) }
  }

  func linkTarget(_ path: FilePath) throws -> FilePath {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let count = path.withPlatformString { readlink($0, &buffer, buffer.count - 1) }
    guard count >= 0 else { throw problem("cannot read link", path) }
    return FilePath(platformString: buffer)
  }

  func rename(_ path: FilePath, to target: FilePath) throws {
    let status = path.withPlatformString { from in
      target.withPlatformString { SystemCalls.rename(from, $0) }
    }
    guard status == 0 else { throw problem("cannot write", target) }
  }

  func renameIfAbsent(_ path: FilePath, to target: FilePath) throws -> Bool {
    let status = path.withPlatformString { from in target.withPlatformString { link(from, $0) } }
    if status == 0 {
      _ = path.withPlatformString { unlink($0) }
      return true
    }
    if errno == EEXIST { return false }
    // A file system without hard links; what comes between is as good as ours.
    guard errno == EPERM || errno == ENOTSUP || errno == EMLINK else {
      throw problem("cannot write", target)
    }
    if try self.status(target) != nil { return false }
    try rename(path, to: target)
    return true
  }

  func markUsed(_ path: FilePath) throws {
    var status = stat()
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    guard path.withPlatformString({ stat($0, &status) }) == 0 else {
      throw problem("cannot find", path)
    }
    #if canImport(Darwin)
      let times = [now, status.st_mtimespec]
    #else
      let times = [now, status.st_mtim]
    #endif
    guard path.withPlatformString({ utimensat(AT_FDCWD, $0, times, 0) }) == 0 else {
      throw problem("cannot set the time of", path)
    }
  }

  func createLink(_ path: FilePath, to target: FilePath) throws {
    let status = target.withPlatformString { to in path.withPlatformString { symlink(to, $0) } }
    guard status == 0 else { throw problem("cannot write", path) }
  }

  func resolve(_ path: FilePath) throws -> FilePath? {
    guard let resolved = path.withPlatformString({ realpath($0, nil) }) else {
      guard errno != ENOENT, errno != ENOTDIR, errno != ELOOP else { return nil }
      throw problem("cannot find", path)
    }
    defer { free(resolved) }
    return FilePath(platformString: resolved)
  }

  func list(_ folder: FilePath) throws -> [FolderEntry] {
    // The text of a name is made once, not for each comparison.
    try unsorted(folder).map { (text: $0.name.string, entry: $0) }
      .sorted { $0.text < $1.text }.map(\.entry)
  }

  /// Like `list`, in the order of the file system.
  func unsorted(_ folder: FilePath) throws -> [FolderEntry] {
    guard let stream = folder.withPlatformString({ opendir($0) }) else {
      throw problem("cannot list", folder)
    }
    defer { closedir(stream) }
    var entries: [FolderEntry] = []
    while let entry = readdir(stream) {
      guard let component = Self.name(&entry.pointee.d_name).lastComponent,
        component.kind == .regular
      else { continue }
      let kind = try kind(entry.pointee.d_type, folder.appending(component))
      entries.append(FolderEntry(name: component, kind: kind))
    }
    return entries
  }

  /// The name of an entry. An entry ends with its name, before the end of the field.
  private static func name(_ field: UnsafeRawPointer) -> FilePath {
    FilePath(platformString: field.assumingMemoryBound(to: CInterop.PlatformChar.self))
  }

  func copy(_ path: FilePath, to target: FilePath) throws {
    if try status(path)?.kind == .link {
      let destination = try linkTarget(path)
      let status = destination.withPlatformString { text in
        target.withPlatformString { symlink(text, $0) }
      }
      guard status == 0 else { throw problem("cannot write", target) }
    } else {
      try FileCopy(source: path, target: target, options: .noFollow).run()
    }
  }

  func copyContent(_ path: FilePath, to target: FilePath) throws {
    try FileCopy(source: path, target: target, options: []).run()
  }

  func removeTree(_ path: FilePath) throws {
    try TreeRemoval().remove(path)
  }

  /// Takes the rest of an older content away. A file that is emptied first and then written is sent
  /// to the disk at once by ext4; this one is not.
  private func cut(_ file: FileDescriptor, to count: Int) throws {
    var status = stat()
    guard fstat(file.rawValue, &status) == 0 else { throw Errno(rawValue: errno) }
    if Int(status.st_size) > count { try file.resize(to: Int64(count)) }
  }

  private func bytes(of file: FileDescriptor) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try readParts(of: file) { bytes += $0 }
    return bytes
  }

  private func readParts(
    of file: FileDescriptor, _ body: (ArraySlice<UInt8>) throws -> Void
  ) throws {
    while true {
      let part = try [UInt8](unsafeUninitializedCapacity: 64 * 1024) { buffer, count in
        count = try file.read(into: UnsafeMutableRawBufferPointer(buffer))
      }
      if part.isEmpty { return }
      try body(part[...])
    }
  }

  private func isRegular(_ file: FileDescriptor) throws -> Bool {
    var status = stat()
    guard fstat(file.rawValue, &status) == 0 else { throw Errno(rawValue: errno) }
    return status.st_mode & S_IFMT == S_IFREG
  }

  private func status(
    _ path: FilePath, _ call: (UnsafePointer<CChar>, inout stat) -> CInt
  ) throws -> FileStatus? {
    var result = stat()
    guard path.withPlatformString({ call($0, &result) }) == 0 else {
      guard errno != ENOENT, errno != ENOTDIR else { return nil }
      throw problem("cannot find", path)
    }
    return FileStatus(
      kind: Self.kind(result.st_mode), mode: UInt32(result.st_mode & 0o7777),
      size: Int(result.st_size), modified: Self.times(result).modified,
      accessed: Self.times(result).accessed, isOwn: result.st_uid == geteuid())
  }

  private static func times(_ status: stat) -> (modified: Int64, accessed: Int64) {
    #if canImport(Darwin)
      (Int64(status.st_mtimespec.tv_sec), Int64(status.st_atimespec.tv_sec))
    #else
      (Int64(status.st_mtim.tv_sec), Int64(status.st_atim.tv_sec))
    #endif
  }

  /// Some file systems do not tell the kind along with the name.
  private func kind(_ type: UInt8, _ path: FilePath) throws -> FileStatus.Kind {
    switch Int(type) {
    case Int(DT_REG): .file
    case Int(DT_DIR): .folder
    case Int(DT_LNK): .link
    case Int(DT_UNKNOWN): try status(path)?.kind ?? .other
    default: .other
    }
  }

  private static func kind(_ mode: mode_t) -> FileStatus.Kind {
    switch mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .link
    default: .other
    }
  }

  private func naming<Result>(
    _ action: String, _ path: FilePath, _ body: () throws -> Result
  ) throws -> Result {
    do { return try body() } catch let error as Errno {
      throw FileProblem(action, path, reason: error.description)
    }
  }

  private func problem(_ action: String, _ path: FilePath) -> FileProblem {
    FileProblem(action, path, reason: Errno(rawValue: errno).description)
  }
}
