/// Why a phase failed: the service's status code and message.
package struct PhaseContext: Hashable, Sendable {
  /// Such as `COMMAND_EXECUTION_ERROR`.
  package var code: String
  package var message: String

  package init(code: String, message: String) {
    self.code = code
    self.message = message
  }
}

extension PhaseContext {
  static func command(_ text: String, _ outcome: ItemOutcome) -> PhaseContext {
    PhaseContext(
      code: "COMMAND_EXECUTION_ERROR",
      message: "Error while executing command: \(text). Reason: \(outcome.reason)")
  }

  /// A problem with artifacts, in the service's words.
  static func client(_ message: String) -> PhaseContext {
    PhaseContext(code: "CLIENT_ERROR", message: message)
  }

  /// The container is gone.
  static func fault(_ message: String) -> PhaseContext {
    PhaseContext(code: "INTERNAL_SERVER_ERROR", message: message)
  }

  /// A buildspec that cannot be used.
  package static func yamlFile(_ message: String) -> PhaseContext {
    PhaseContext(code: "YAML_FILE_ERROR", message: message)
  }
}
