/// Regular expressions for JSON Schema, which has no flag for case.
enum Pattern {
  /// One of the words, whatever its case.
  static func anyCase(_ words: [String]) -> String {
    "^(" + words.map(anyCase).joined(separator: "|") + ")$"
  }

  static func anyCase(_ word: String) -> String {
    word.map { letter in
      let (lower, upper) = (letter.lowercased(), letter.uppercased())
      return lower == upper ? lower : "[\(upper)\(lower)]"
    }.joined()
  }
}
