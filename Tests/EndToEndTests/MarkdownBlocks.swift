import TestSupport

/// Code blocks of the project's documents.
enum MarkdownBlocks {
  /// The text of each block in a language; the path is relative to the repository.
  static func read(_ document: String, language: String) -> [String] {
    let path = Snapshot.path("../" + document)
    let text = (try? TestFiles.read(path)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    var blocks: [String] = []
    var current: [Substring]?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let lines = current {
        if line == "```" {
          blocks.append(lines.joined(separator: "\n") + "\n")
          current = nil
        } else {
          current = lines + [line]
        }
      } else if line == "```\(language)" {
        current = []
      }
    }
    return blocks
  }
}
