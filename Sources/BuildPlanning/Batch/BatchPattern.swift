/// A pattern for identifiers: `*` is any text, `?` any character.
struct BatchPattern {
  private let pattern: [Character]

  init(_ text: String) {
    pattern = Array(text)
  }

  /// Takes at most as many steps as the product of both lengths.
  func matches(_ text: String) -> Bool {
    let text = Array(text)
    var (inText, inPattern) = (0, 0)
    /// Where to go on when the last star has to take one character more.
    var retry: (inText: Int, inPattern: Int)?
    while inText < text.count {
      let sign = inPattern < pattern.count ? pattern[inPattern] : nil
      if sign == "*" {
        inPattern += 1
        retry = (inText, inPattern)
      } else if sign == "?" || sign == text[inText] {
        inText += 1
        inPattern += 1
      } else if let last = retry {
        retry = (last.inText + 1, last.inPattern)
        (inText, inPattern) = (last.inText + 1, last.inPattern)
      } else {
        return false
      }
    }
    return pattern[inPattern...].allSatisfy { $0 == "*" }
  }
}
