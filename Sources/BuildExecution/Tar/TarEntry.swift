import SystemPackage

/// What an archive tells of one file.
struct TarEntry: Hashable {
  enum Kind: Hashable {
    case file, folder, link, hardLink
    /// A device, a pipe, or something that only some programs know.
    case other
  }

  var path: FilePath
  var kind: Kind
  /// Permission bits.
  var mode: UInt32
  var user = 0
  var group = 0
  /// Bytes of the content that follows; 0 but for files.
  var size = 0
  /// In seconds since 1970.
  var modified: Int64
  /// Where a link leads, or the entry that a hard link repeats.
  var target = FilePath()
}

/// An archive that cannot be read.
struct TarFault: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}
