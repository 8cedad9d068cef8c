import Diagnostics

/// All the words of a finding, for formats that have one field for them.
enum FindingText {
  /// Message, help and the service's words, each on a line of its own.
  static func lines(_ diagnostic: Diagnostic) -> String {
    var lines = [diagnostic.message]
    if let help = diagnostic.help { lines.append("help: \(help)") }
    if let words = diagnostic.serviceMessage { lines.append("CodeBuild would say: \(words)") }
    return lines.joined(separator: "\n")
  }
}
