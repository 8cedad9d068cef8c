/// Why a value could not be fetched.
enum FetchProblem: Error, Hashable {
  /// The store refused it: the build fails, as in the service. `about` are names of parameters or
  /// secrets.
  case refused(PhaseContext, about: [String])
  /// The store could not be asked; one line that says what to do.
  case unavailable(String)
}

extension FetchProblem {
  static func parameter(_ message: String, about names: [String]) -> FetchProblem {
    .refused(PhaseContext(code: "Decrypted Variables Error", message: message), about: names)
  }

  static func secret(_ message: String, about name: String) -> FetchProblem {
    .refused(PhaseContext(code: "Secrets Manager Error", message: message), about: [name])
  }
}
