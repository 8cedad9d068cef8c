import BuildPlanning
import JSONSyntax

/// Reads parameters of Systems Manager.
struct ParameterStore: Sendable {
  /// Names a call can have.
  static let batchSize = 10

  let aws: AWSCommand

  /// The values of at most `batchSize` different names.
  func values(of names: [String]) async throws -> [String: String] {
    let list = names.map(JSONForms.quoted).joined(separator: ",")
    let answer: JSONNode
    do {
      answer = try await aws.call(
        "ssm", "get-parameters", input: "{\"Names\":[\(list)],\"WithDecryption\":true}")
    } catch AWSCommand.Problem.refused(let message) {
      throw FetchProblem.parameter(message, about: names)
    } catch AWSCommand.Problem.unavailable(let message) {
      throw FetchProblem.unavailable(message)
    }
    return try values(of: names, in: answer)
  }

  private func values(of names: [String], in answer: JSONNode) throws -> [String: String] {
    let parameters = answer["Parameters"]?.items ?? []
    var values: [String: String] = [:]
    for name in names {
      guard let value = parameters.first(where: { Self.answers($0, name) })?["Value"]?.string else {
        throw FetchProblem.parameter("parameter does not exist: \(name)", about: [name])
      }
      values[name] = value
    }
    return values
  }

  /// A parameter may be asked for by name or ARN, with a version or a label behind it.
  private static func answers(_ parameter: JSONNode, _ name: String) -> Bool {
    let names = ["Name", "ARN"].compactMap { parameter[$0]?.string }
    if let selector = parameter["Selector"]?.string, !selector.isEmpty {
      return names.contains { $0 + selector == name }
    }
    // What plays AWS may leave the selector out.
    return names.contains { $0 == name || name.hasPrefix("\($0):") }
  }
}
