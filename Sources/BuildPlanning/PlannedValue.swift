/// The value of a variable, or what the value will be once the build has begun.
package enum PlannedValue: Codable, Hashable, Sendable {
  case text(String)
  case atRun(RunTimeValue)
  /// A secret that was given, which the plan does not hold.
  case secret
  /// What one of the plan's references leads to, fetched when the build begins.
  case fetched

  /// A value that does not exist before the build does.
  package enum RunTimeValue: String, Codable, Sendable {
    case buildIdentifier = "local:<uuid of the build>"
    case buildARN = "arn:aws:codebuild:<region>:000000000000:build/local:<uuid of the build>"
    case sourceDirectory = "<folder of the build's source>"
    case secondarySource = "<folder of this source>"
    case startTime = "<milliseconds since 1970 when the build began>"
    case succeeding = "1 while the build succeeds, else 0"
  }

  /// Whether nobody may see it.
  package var isSecret: Bool {
    switch self {
    case .secret, .fetched: true
    case .text, .atRun: false
    }
  }
}
