import BuildspecModel
import Diagnostics
import JSONSyntax

/// Reads secrets of Secrets Manager.
struct SecretsManager: Sendable {
  let aws: AWSCommand

  /// The whole text of a secret. The key of the reference does not count.
  func text(of reference: SecretReference) async throws -> String {
    let fields = [
      ("SecretId", reference.secret), ("VersionStage", reference.stage),
      ("VersionId", reference.version),
    ].compactMap { name, value in value.map { "\"\(name)\":\(JSONForms.quoted($0))" } }
    do {
      let answer = try await aws.call(
        "secretsmanager", "get-secret-value", input: "{\(fields.joined(separator: ","))}")
      guard let text = answer["SecretString"]?.string else {
        throw FetchProblem.secret(
          "the secret \(reference.secret) is binary and has no text", about: reference.secret)
      }
      return text
    } catch AWSCommand.Problem.refused(let message) {
      throw FetchProblem.secret(message, about: reference.secret)
    } catch AWSCommand.Problem.unavailable(let message) {
      throw FetchProblem.unavailable(message)
    }
  }

  /// What a reference means: the value of its key, or the whole text. What is no string is given as
  /// it is written.
  static func value(of reference: SecretReference, in text: String) throws -> String {
    guard let key = reference.key else { return text }
    let bytes = Array(text.utf8)
    var reader = JSONReader(bytes)
    guard let value = (try? reader.value())?[key] else {
      throw FetchProblem.secret(
        "JSON key not found in secret \(reference.secret): \(key)",
        about: "\(reference.secret):\(key)")
    }
    return value.string
      ?? String(decoding: bytes[value.range.start..<value.range.end], as: UTF8.self)
  }
}
