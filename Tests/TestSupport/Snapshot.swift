import SystemPackage
package import Testing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Compares a text with a file. `RECORD_SNAPSHOTS=1` writes the file instead; look at the diff.
package enum Snapshot {
  package static func expect(
    _ text: String, in path: String, _ location: SourceLocation = #_sourceLocation
  ) throws {
    if getenv("RECORD_SNAPSHOTS") != nil {
      try TestFiles.write(text, to: path)
      return
    }
    let expected = (try? TestFiles.read(path)).map { String(decoding: $0, as: UTF8.self) }
    #expect(
      text == expected, "run with RECORD_SNAPSHOTS=1 to write \(path)", sourceLocation: location)
  }

  /// A path below `Tests`.
  package static func path(_ relative: String) -> String {
    FilePath(#filePath).removingLastComponent().removingLastComponent()
      .appending(relative).string
  }
}
