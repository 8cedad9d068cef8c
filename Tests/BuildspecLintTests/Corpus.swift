import BuildspecLint
import BuildspecModel
import Diagnostics
import SystemPackage
import TestSupport

/// Real buildspecs that lie beside the repository, where it is developed.
enum Corpus {
  static let folder = FilePath(#filePath)
    .removingLastComponent().appending("../../../shared/corpus").lexicallyNormalized()

  static var exists: Bool { !files(in: "valid").isEmpty }

  static func files(in part: String) -> [String] {
    TestFiles.list(folder.appending(part).string)
  }

  static func findings(_ part: String, _ file: String) throws -> [Diagnostic] {
    let source = try source(part, file)
    return Linter.lint(BuildspecFile(source: source))
  }

  static func source(_ part: String, _ file: String) throws -> SourceText {
    let bytes = try TestFiles.read(folder.appending(part).appending(file).string)
    return SourceText(path: file, bytes: bytes)
  }

  /// Rows of a table in Fixtures/corpus, without its heading.
  static func table(_ name: String) throws -> [[String]] {
    let path = FilePath(#filePath).removingLastComponent()
      .appending("../Fixtures/corpus").appending(name)
    let text = String(decoding: try TestFiles.read(path.string), as: UTF8.self)
    return text.split(separator: "\n").dropFirst().map {
      $0.split(separator: "\t").map(String.init)
    }
  }
}
