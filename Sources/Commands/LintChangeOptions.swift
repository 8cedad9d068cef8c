import ArgumentParser

/// The flags of `lint` that hide findings or change files.
struct LintChangeOptions: ParsableArguments {
  @Flag(help: "Fix what can be fixed without changing what the build does.")
  var fix = false

  @Flag(help: "With --fix or --diff, also use fixes that a person should look at.")
  var unsafeFixes = false

  @Flag(help: "Print what --fix would change; write nothing.")
  var diff = false

  @Option(
    help: ArgumentHelp(
      "Write an ignore comment for every finding; give a reason as --add-ignore=REASON.",
      valueName: "reason"))
  var addIgnore: String?

  @Flag(help: "Report findings although a comment ignores them.")
  var noIgnores = false

  @Option(help: "Do not report the findings that this file lists.", completion: .file())
  var baseline: String?

  @Option(help: "List all findings in this file, for --baseline.", completion: .file())
  var writeBaseline: String?

  /// A reason is optional, which the parser cannot say of a value: without one it is empty.
  static func withEmptyReason(_ arguments: [String]) -> [String] {
    guard arguments.first == "lint" else { return arguments }
    return arguments.map { $0 == "--add-ignore" ? "--add-ignore=" : $0 }
  }

  func validate() throws {
    if unsafeFixes, !fix, !diff {
      throw ValidationError("--unsafe-fixes needs --fix or --diff")
    }
    let chosen = [
      fix ? "--fix" : nil, diff ? "--diff" : nil, addIgnore == nil ? nil : "--add-ignore",
      writeBaseline == nil ? nil : "--write-baseline",
    ].compactMap(\.self)
    if chosen.count > 1 {
      throw ValidationError("\(chosen[0]) and \(chosen[1]) exclude each other")
    }
  }

  var change: LintChange {
    if fix { return .fix(allowsUnsafe: unsafeFixes) }
    if diff { return .diff(allowsUnsafe: unsafeFixes) }
    if let addIgnore {
      let reason = addIgnore.split(whereSeparator: \.isNewline).joined(separator: " ")
      return .addIgnores(reason: reason.isEmpty ? Self.defaultReason : reason)
    }
    if let writeBaseline { return .writeBaseline(path: writeBaseline) }
    return .none
  }

  private static let defaultReason = "was here before"
}
