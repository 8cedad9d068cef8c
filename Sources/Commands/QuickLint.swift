/// `lint` with nothing but paths, which hooks and editors call all day, goes past the argument
/// parser: building its tables takes longer than the lint itself.
enum QuickLint {
  /// The request, or nil when the arguments need the parser.
  static func request(_ arguments: [String]) -> LintRequest? {
    guard arguments.first == "lint" else { return nil }
    let paths = Array(arguments.dropFirst())
    guard !paths.contains(where: { $0.hasPrefix("-") && $0 != SourceReader.standardInput }) else {
      return nil
    }
    return LintRequest(paths: paths)
  }
}
