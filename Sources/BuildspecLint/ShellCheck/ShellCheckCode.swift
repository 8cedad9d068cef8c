package import Diagnostics

/// The codes of ShellCheck, which are rules here although the catalogue does not list them: `SC` and
/// four digits. All have one name.
package enum ShellCheckCode {
  package static let name = "shellcheck"

  package static func identity(_ number: Int) -> RuleIdentity {
    let digits = String(number)
    let zeros = String(repeating: "0", count: max(0, length - digits.utf8.count))
    return RuleIdentity(code: "SC\(zeros)\(digits)", name: name)
  }

  /// The rule that a text such as `SC2086` names, in any case.
  package static func rule(_ text: String) -> RuleIdentity? {
    guard let prefix = prefix(text), prefix.utf8.count == length + 2 else { return nil }
    return RuleIdentity(code: prefix, name: name)
  }

  /// What the codes begin with that a text names: `SC`, `SC20`, a whole code, or the name for all.
  static func prefix(_ text: String) -> String? {
    if text.lowercased() == name { return "SC" }
    let start = text.uppercased()
    guard start.hasPrefix("SC"), start.utf8.count <= length + 2,
      start.utf8.dropFirst(2).allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return start
  }

  /// The page of a code.
  package static func page(_ code: String) -> String {
    "https://www.shellcheck.net/wiki/\(code)"
  }

  private static let length = 4
}
