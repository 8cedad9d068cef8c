import BuildPlanning

/// Asks the build's shell for values, without leaving a trace in it.
struct ShellEvaluator {
  let shell: any BuildShell
  let succeeding: Bool

  /// A text as the shell expands it inside a here-document: variables and command substitutions.
  /// `nil` when the shell refuses it.
  func expanded(_ text: String) async throws -> String? {
    guard text.contains("$") || text.contains("`") else { return text }
    let script = "cat <<_BUILDSPEC_TEXT_\n\(text)\n_BUILDSPEC_TEXT_"
    guard var bytes = try await shell.capture(script, succeeding: succeeding) else { return nil }
    if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A path whose variables are replaced. Command substitutions are not run in paths.
  func path(_ text: String) async throws -> String {
    guard text.contains("$"), !text.contains("$("), !text.contains("`") else { return text }
    return try await expanded(text) ?? text
  }

  /// Values of variables; one that is not set is left out.
  func values(of names: [String]) async throws -> [String: String] {
    let names = names.filter(ShellName.isValid)
    guard !names.isEmpty else { return [:] }
    // One field for each name: a mark that tells empty from unset, then the value.
    let fields = names.map { "\"${\($0)+=}${\($0)-}\"" }.joined(separator: " ")
    let script = "printf '%s\\0' \(fields)"
    guard let bytes = try await shell.capture(script, succeeding: succeeding) else { return [:] }
    var values: [String: String] = [:]
    let parts = bytes.split(separator: 0, omittingEmptySubsequences: false)
    for (name, part) in zip(names, parts) where part.first == UInt8(ascii: "=") {
      values[name] = String(decoding: part.dropFirst(), as: UTF8.self)
    }
    return values
  }
}
