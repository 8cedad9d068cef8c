import BuildspecLint
package import Diagnostics

/// What is said of a code of ShellCheck: where its page is, and whether it is reported.
package enum ShellCheckPage {
  package static func text(_ rule: RuleIdentity) -> String {
    "\(rule.code) is a finding of ShellCheck: \(ShellCheckCode.page(rule.code))\(remark(rule))\n"
  }

  package static func markdown(_ rule: RuleIdentity) -> String {
    let link = "[\(rule.code)](\(ShellCheckCode.page(rule.code)))"
    return "\(link) is a finding of ShellCheck.\(remark(rule))\n"
  }

  package static func json(_ rule: RuleIdentity) -> String {
    let value: JSONValue = [
      "code": .string(rule.code), "name": .string(rule.name),
      "page": .string(ShellCheckCode.page(rule.code)),
      "notReported": .optional(ShellCheckPolicy.reasonToDrop(rule.code)),
    ]
    return value.text(indent: 2) + "\n"
  }

  /// The last line of the list of rules.
  package static let listing =
    "SC…    \(ShellCheckCode.name): findings of ShellCheck keep their codes, "
    + "see \(ShellCheckCode.page(""))\n"

  private static func remark(_ rule: RuleIdentity) -> String {
    ShellCheckPolicy.reasonToDrop(rule.code).map { " (not reported here: \($0))" } ?? ""
  }
}
