import BuildspecModel
import Diagnostics
import YAMLSyntax

/// Values of variables that look different once YAML has read them.
enum NumberLikeEnv: Rule {
  static let info = RuleInfo(
    "BS223", "number-like-env", .info,
    summary: "The value of a variable changes when it is read as a number or boolean.",
    why: """
      A variable's value is text, but YAML takes 0123, 1e3, 1.10 or yes without quotes for a \
      number or a boolean. Which text comes back out is up to the reader.
      """,
    bad: """
      version: 0.2
      env:
        variables:
          ACCOUNT: 012345678901
      phases:
        build:
          commands:
            - make
      """,
    good: """
      version: 0.2
      env:
        variables:
          ACCOUNT: "012345678901"
      phases:
        build:
          commands:
            - make
      """,
    source: "YAML 1.1, types; how the service writes such values is not documented.")

  static var subject: RuleSubject { .variables }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    var entries = file.buildspec.env?.variables ?? []
    for env in file.batchEnvironments { entries += env.variables }
    return entries.compactMap { entry in
      let text = entry.value.value
      guard mayChange(text), file.source.isPlain(entry.value.range), let kind = changingKind(text)
      else { return nil }
      return finding(
        "YAML reads `\(text.shown)` as a \(kind), which may be written another way",
        at: entry.value.range, help: "put the value in quotes",
        fix: .replace(entry.value.range, with: "\"\(text)\"", "put it in quotes", .safe))
    }
  }

  /// A look at the first byte, since almost every value is plain text.
  private static func mayChange(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return false }
    return (0x30...0x39).contains(first) || "+-.yYnNtTfFoO".utf8.contains(first)
  }

  private static func changingKind(_ text: String) -> String? {
    switch YAMLScalar(text: text, style: .plain).kind {
    case .boolean: text == "true" || text == "false" ? nil : "boolean"
    case .integer: isCanonicalInteger(text) ? nil : "number"
    case .float: isCanonicalFloat(text) ? nil : "number"
    case .string, .null: nil
    }
  }

  private static func isCanonicalInteger(_ text: String) -> Bool {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    return !digits.hasPrefix("+") && (digits == "0" || !digits.hasPrefix("0"))
  }

  private static func isCanonicalFloat(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return true }
    return first != UInt8(ascii: ".") && first != UInt8(ascii: "+") && last != UInt8(ascii: ".")
      && last != UInt8(ascii: "0") && !text.utf8.contains { $0 | 0x20 == UInt8(ascii: "e") }
  }
}
