import TestSupport

/// Reading of files outside a test's own folder.
enum TestFilesystem {
  static func text(_ path: String) -> String? {
    (try? TestFiles.read(path)).map { String(decoding: $0, as: UTF8.self) }
  }
}
