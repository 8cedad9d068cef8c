import Diagnostics

/// What becomes of findings of ShellCheck that mean little or something else in a buildspec. All
/// others are kept. `docs/shellcheck.md` shows this table, and a test compares them.
package struct ShellCheckPolicy: Sendable {
  package enum Treatment: Hashable, Sendable {
    /// Never reported; ShellCheck is not even asked.
    case dropped
    /// Reported only for variables that the file and earlier commands do not set.
    case unsetVariables
    /// Not reported for the last thing a command does.
    case beforeTheEnd
    /// Not reported for a command in which one of these rules has a finding.
    case unlessSaidOfCommand([String])
    /// Not reported for a file in which one of these rules has a finding.
    case unlessSaidOfFile([String])
  }

  package let codes: ClosedRange<Int>
  package let treatment: Treatment
  package let reason: String

  private init(_ codes: ClosedRange<Int>, _ treatment: Treatment, _ reason: String) {
    self.codes = codes
    self.treatment = treatment
    self.reason = reason
  }

  private init(_ code: Int, _ treatment: Treatment, _ reason: String) {
    self.init(code...code, treatment, reason)
  }

  package static let table = [
    ShellCheckPolicy(
      1000...1999, .unlessSaidOfCommand(["BS409", "BS410", "BS416", "BS425", "BS439"]),
      "a rule of ours says why the script cannot be read"),
    ShellCheckPolicy(
      1090...1091, .dropped, "commands are checked alone, without the files that they source"),
    ShellCheckPolicy(
      1101, .unlessSaidOfCommand(["BS417", "BS418"]),
      "joined-lines or trailing-space-continuation says it"),
    ShellCheckPolicy(2006, .unlessSaidOfFile(["BS423"]), "backticks says it once a file"),
    ShellCheckPolicy(2034, .dropped, "a later command may use the variable"),
    ShellCheckPolicy(
      2046, .unlessSaidOfCommand(["BS411"]), "ecr-get-login says what to do instead"),
    ShellCheckPolicy(
      2091, .unlessSaidOfCommand(["BS411"]), "ecr-get-login says what to do instead"),
    ShellCheckPolicy(2102, .dropped, "`pip install .[test]` is an extra, not a range"),
    ShellCheckPolicy(
      2112...2113, .unlessSaidOfFile(["BS404"]), "bashism-in-sh says it once a file"),
    ShellCheckPolicy(2148, .dropped, "a command needs no `#!`: `env.shell` names its shell"),
    ShellCheckPolicy(
      2153...2154, .unsetVariables,
      "variables come from `env`, from CodeBuild and from earlier commands"),
    ShellCheckPolicy(
      2153...2154, .unlessSaidOfFile(["BS426"]), "unset-variable says it once a file"),
    ShellCheckPolicy(2155, .unlessSaidOfFile(["BS432"]), "masked-assign says it once a file"),
    ShellCheckPolicy(
      2164, .beforeTheEnd, "a command that ends with a failing `cd` fails, which ends the phase"),
    ShellCheckPolicy(
      2164, .unlessSaidOfCommand(["BS401"]), "block-without-errexit says it for all lines"),
    ShellCheckPolicy(2164, .unlessSaidOfFile(["BS424"]), "cd-without-exit says it once a file"),
    ShellCheckPolicy(
      2296, .unlessSaidOfCommand(["BS425"]), "foreign-interpolation says whose `${{` it is"),
    ShellCheckPolicy(2317, .unlessSaidOfCommand(["BS307"]), "unreachable says it"),
    ShellCheckPolicy(3001, .unlessSaidOfFile(["BS404"]), "bashism-in-sh says it once a file"),
    ShellCheckPolicy(
      3010...3011, .unlessSaidOfFile(["BS404"]), "bashism-in-sh says it once a file"),
    ShellCheckPolicy(3030, .unlessSaidOfFile(["BS404"]), "bashism-in-sh says it once a file"),
    ShellCheckPolicy(3040, .unlessSaidOfCommand(["BS403"]), "pipefail-in-sh says it"),
    ShellCheckPolicy(3046, .unlessSaidOfFile(["BS404"]), "bashism-in-sh says it once a file"),
    ShellCheckPolicy(3051, .unlessSaidOfFile(["BS404"]), "bashism-in-sh says it once a file"),
    ShellCheckPolicy(3054, .unlessSaidOfFile(["BS404"]), "bashism-in-sh says it once a file"),
  ]

  /// The codes that ShellCheck is told to leave out.
  package static var excludedCodes: [String] {
    table.filter { $0.treatment == .dropped }.flatMap { $0.codes }
      .map { ShellCheckCode.identity($0).code }
  }

  /// Why a code is never reported; `nil` when it may be.
  package static func reasonToDrop(_ code: String) -> String? {
    table.first { entry in
      entry.treatment == .dropped
        && entry.codes.contains { ShellCheckCode.identity($0).code == code }
    }?.reason
  }

  static func treatments(of code: Int) -> [Treatment] {
    table.filter { $0.codes.contains(code) }.map(\.treatment)
  }

  /// An error is kept for what CodeBuild rejects, and it reads no scripts.
  static func severity(_ level: ShellCheckComment.Level) -> Severity {
    switch level {
    case .error, .warning: .warning
    case .info, .style: .info
    }
  }
}
