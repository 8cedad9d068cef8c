import SystemPackage

/// The end of an archive of the cache: it tells the version and the length of what is before it, so
/// that an archive that was cut off is known without unpacking it. To zstd it is a frame to skip.
struct CacheSeal {
  let files: any Files

  /// Magic number of a frame that zstd skips, then the length of the frame, in the lowest byte first.
  private static let frame: [UInt8] = [0x50, 0x2A, 0x4D, 0x18, 16, 0, 0, 0]
  private static let mark = Array("bscache1".utf8)
  private static let size = 24

  /// Adds the end to a finished archive.
  func seal(_ path: FilePath) throws {
    guard let status = try files.status(path) else {
      throw FileProblem("cannot read", path, reason: "it is gone")
    }
    try files.append(Self.end(of: status.size), to: path)
  }

  /// Whether the archive is as long as it was when it was made.
  func isWhole(_ path: FilePath) throws -> Bool {
    guard let status = try files.status(path), status.kind == .file, status.size > Self.size else {
      return false
    }
    let length = status.size - Self.size
    return try files.read(path, from: length, count: Self.size) == Self.end(of: length)
  }

  private static func end(of length: Int) -> [UInt8] {
    frame + withUnsafeBytes(of: UInt64(length).littleEndian) { Array($0) } + mark
  }
}
