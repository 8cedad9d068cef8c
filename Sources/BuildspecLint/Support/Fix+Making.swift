import Diagnostics

extension Fix {
  /// Puts one text in the place of another.
  static func replace(
    _ range: SourceRange, with text: String, _ title: String, _ safety: Safety
  ) -> Fix {
    Fix(title: title, safety: safety, edits: [TextEdit(range: range, replacement: text)])
  }

  /// Puts a value of one line between single quotes.
  static func quote(_ range: SourceRange, in source: SourceText, _ safety: Safety) -> Fix {
    Fix(
      title: "put it in single quotes", safety: safety,
      edits: [SingleQuoted.edit(range, in: source)])
  }

  /// Writes the word that was probably meant.
  static func rename(_ range: SourceRange, to word: String) -> Fix {
    replace(range, with: word, "change to `\(word)`", .unsafe)
  }
}
