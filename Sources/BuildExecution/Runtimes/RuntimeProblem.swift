/// Runtimes cannot be had as the buildspec asks for them: the build fails in DOWNLOAD_SOURCE.
struct RuntimeProblem: Error {
  let context: PhaseContext

  init(_ context: PhaseContext) {
    self.context = context
  }

  /// A problem that the service tells as one of the buildspec.
  init(_ message: String) {
    self.init(.yamlFile(message))
  }
}
