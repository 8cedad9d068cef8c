/// Why ShellCheck gave no findings.
enum ShellCheckFailure: Error, Equatable {
  /// A signal came; the program ends with it.
  case interrupted(Int32)
  /// In words for a notice.
  case failed(String)
}
