/// Why a value could not be fetched.
enum FetchProblem: Error, Hashable {
  /// The store refused it: the build fails, as in the service.
  case refused(PhaseContext)
  /// The store could not be asked; one line that says what to do.
  case unavailable(String)
}

extension FetchProblem {
  static func parameter(_ message: String) -> FetchProblem {
    .refused(PhaseContext(code: "Decrypted Variables Error", message: message))
  }

  static func secret(_ message: String) -> FetchProblem {
    .refused(PhaseContext(code: "Secrets Manager Error", message: message))
  }
}
