import BuildspecLint
import BuildspecModel
import Diagnostics
import SystemPackage
import TestSupport

extension Corpus {
  static func findings(_ part: String, _ file: String) throws -> [Diagnostic] {
    let source = try source(part, file)
    return Linter.lint(BuildspecFile(source: source))
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
