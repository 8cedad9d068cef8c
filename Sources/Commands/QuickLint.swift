import BuildspecLint

/// `lint` with nothing but formats, `--shellcheck` and paths, which hooks and editors call all day, goes
/// past the argument parser: building its tables takes longer than the lint itself, and it takes seconds
/// for thousands of paths beside an option.
enum QuickLint {
  /// The request, or nil when the arguments need the parser.
  static func request(_ arguments: [String]) -> LintRequest? {
    guard arguments.first == "lint" else { return nil }
    var rest = arguments.dropFirst()
    var outputs: [ReportTarget] = []
    while let option = rest.first, option == "--format" || option.hasPrefix("--format=") {
      rest.removeFirst()
      let value = option == "--format" ? rest.popFirst() : String(option.dropFirst(9))
      guard let target = value.flatMap(ReportTarget.init(argument:)) else { return nil }
      outputs.append(target)
    }
    var shellCheck: ShellCheckMode?
    if rest.first == "--shellcheck" {
      rest.removeFirst()
      guard let mode = rest.popFirst().flatMap(ShellCheckMode.init(rawValue:)) else { return nil }
      shellCheck = mode
    }
    guard !rest.contains(where: { $0.hasPrefix("-") && $0 != SourceReader.standardInput }) else {
      return nil
    }
    return LintRequest(paths: Array(rest), outputs: outputs, shellCheck: shellCheck)
  }
}
