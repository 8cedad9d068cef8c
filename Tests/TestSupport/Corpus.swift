package import Diagnostics
import SystemPackage

/// Real buildspecs that lie beside the repository, where it is developed.
package enum Corpus {
  static let folder = FilePath(#filePath)
    .removingLastComponent().appending("../../../shared/corpus").lexicallyNormalized()

  package static var exists: Bool { !files(in: "valid").isEmpty }

  /// - Parameter part: `valid` or `broken`.
  package static func files(in part: String) -> [String] {
    TestFiles.list(folder.appending(part).string)
  }

  package static func source(_ part: String, _ file: String) throws -> SourceText {
    let bytes = try TestFiles.read(folder.appending(part).appending(file).string)
    return SourceText(path: file, bytes: bytes)
  }
}
