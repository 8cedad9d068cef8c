import BuildspecModel
import Diagnostics

/// Variables whose value was meant to hold another variable.
enum LiteralDollarEnv: Rule {
  static let info = RuleInfo(
    "BS419", "literal-dollar-env", .warning,
    summary: "The value of a variable holds `$NAME`, which nothing replaces.",
    why: """
      Values under `variables` are literal: CodeBuild puts no other variable in their place, and the \
      shell does not read them again. Commands see the dollar sign.
      """,
    bad: """
      version: 0.2
      env:
        variables:
          IMAGE: app:$CODEBUILD_BUILD_NUMBER
      phases:
        build:
          commands:
            - make
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - export IMAGE=app:$CODEBUILD_BUILD_NUMBER
            - make
      """,
    source: "CodeBuild user guide, environment variables: values are literal.")

  static var subject: RuleSubject { .env }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    (file.buildspec.env?.variables ?? []).compactMap { entry in
      guard !PathOverride.owns(entry), let meant = reference(in: entry.value.value) else {
        return nil
      }
      return finding(
        "`\(meant.shown)` stays as it is: values of variables are literal",
        at: entry.value.range,
        help: "set the variable in a command: `export \(entry.name.value.shown)=…`")
    }
  }

  /// The first `$NAME`, `${NAME…}` or `$(…)`.
  private static func reference(in text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: "$")) else { return nil }
    let bytes = Array(text.utf8)
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "$") {
      guard index + 1 < bytes.count else { return nil }
      switch bytes[index + 1] {
      case UInt8(ascii: "{"): return word(bytes, index, upTo: UInt8(ascii: "}"))
      case UInt8(ascii: "("): return word(bytes, index, upTo: UInt8(ascii: ")"))
      case let first where EnvironmentName.isStart(first):
        let end = bytes[(index + 1)...].firstIndex { !EnvironmentName.isPart($0) } ?? bytes.count
        return String(decoding: bytes[index..<end], as: UTF8.self)
      default: continue
      }
    }
    return nil
  }

  private static func word(_ bytes: [UInt8], _ start: Int, upTo end: UInt8) -> String? {
    bytes[start...].firstIndex(of: end).map { String(decoding: bytes[start...$0], as: UTF8.self) }
  }
}
