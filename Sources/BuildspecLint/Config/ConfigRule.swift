import Diagnostics

/// What can be wrong with a config file. All of it is an error: half a config is not what was meant.
enum ConfigRule: String {
  case syntax = "config-syntax"
  case unknownKey = "config-unknown-key"
  case wrongType = "config-wrong-type"
  case unknownRule = "config-unknown-rule"
  case unknownSeverity = "config-unknown-severity"
  case unknownImage = "config-unknown-image"

  private var code: String {
    switch self {
    case .syntax: "BC001"
    case .unknownKey: "BC002"
    case .wrongType: "BC003"
    case .unknownRule: "BC004"
    case .unknownSeverity: "BC005"
    case .unknownImage: "BC006"
    }
  }

  func finding(
    _ message: String, at range: SourceRange, related: SourceRange? = nil, help: String? = nil
  ) -> Diagnostic {
    let places = related.map { [RelatedLocation(range: $0, message: "it stands here too")] }
    return Diagnostic(
      rule: RuleIdentity(code: code, name: rawValue), severity: .error, message: message,
      range: range, related: places ?? [], help: help)
  }
}
