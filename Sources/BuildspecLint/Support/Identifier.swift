/// Names made of letters, digits and underscores, as identifiers of artifacts and builds are.
enum Identifier {
  /// The first character that such a name cannot have.
  static func firstBad(in name: String) -> Character? {
    name.utf8.allSatisfy(EnvironmentName.isPart) ? nil : name.first { !isGood($0) }
  }

  /// Whether hyphens are all that keeps the name from being one.
  static func hasOnlyHyphens(_ name: String) -> Bool {
    name.allSatisfy { isGood($0) || $0 == "-" }
  }

  /// The name with underscores in the place of everything else.
  static func mended(_ name: String) -> String {
    String(name.map { isGood($0) ? $0 : "_" })
  }

  private static func isGood(_ character: Character) -> Bool {
    character.asciiValue.map(EnvironmentName.isPart) ?? false
  }
}
