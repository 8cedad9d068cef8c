/// Where the value of a variable comes from; the cases are in order of precedence, the highest last.
package enum VariableOrigin: Codable, Hashable, Sendable {
  /// `env.variables` of the buildspec.
  case buildspec(PlanPlace)
  /// A variable of the project.
  case project(String)
  /// `env.variables` of the build's item or matrix in `batch`.
  case batch(PlanPlace)
  /// Set by CodeBuild, and here by this tool; the text says from what.
  case builtIn(String)
  /// An option such as `--region`.
  case option(String)
  /// A line of an `--env-file` or `--secret-file`, counted from 1.
  case environmentFile(path: String, line: Int)
  /// `-e` or `--env`.
  case flag
}

extension VariableOrigin: CustomStringConvertible {
  package var description: String {
    switch self {
    case .buildspec(let place): place.description
    case .project(let name): name
    case .batch(let place): "batch \(place)"
    case .builtIn(let why): why
    case .option(let name): name
    case .environmentFile(let path, let line): "\(path):\(line)"
    case .flag: "--env"
    }
  }
}
