/// Colors that tell builds apart.
struct BuildStyles {
  let style: Style

  /// Not red, which is for failures.
  private static let codes = ["36", "33", "32", "35", "34", "96", "93", "92", "95", "94"]

  /// The text in the color of a build.
  func colored(_ text: String, of build: Int) -> String {
    guard style.isColored else { return text }
    return "\u{1B}[\(Self.codes[build % Self.codes.count])m\(text)\(Style.Code.end)"
  }
}
