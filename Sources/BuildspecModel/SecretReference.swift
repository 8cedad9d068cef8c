/// A value under `secrets-manager`: `<id or ARN>:<json-key>:<version-stage>:<version-id>`. A field that
/// is empty is as absent.
package struct SecretReference: Hashable, Sendable {
  package enum Fault: Error {
    case noSecret, notSecretARN
    case tooManyFields(Int)
  }

  /// Name or ARN of the secret.
  package var secret: String
  package var key: String?
  package var stage: String?
  package var version: String?

  package static func read(_ text: String) -> Result<SecretReference, Fault> {
    let fields = text.split(separator: ":", omittingEmptySubsequences: false)
    let idFields = text.hasPrefix("arn:") ? arnFields : 1
    if idFields > 1 {
      guard fields.count >= idFields, fields[2] == "secretsmanager", fields[5] == "secret",
        !fields[6].isEmpty
      else { return .failure(.notSecretARN) }
    }
    guard !fields[0].isEmpty else { return .failure(.noSecret) }
    let rest = fields.dropFirst(idFields).map { $0.isEmpty ? nil : String($0) }
    guard rest.count <= 3 else { return .failure(.tooManyFields(rest.count + 1)) }
    let padded = rest + Array(repeating: nil, count: 3 - rest.count)
    return .success(
      SecretReference(
        secret: fields[..<idFields].joined(separator: ":"), key: padded[0], stage: padded[1],
        version: padded[2]))
  }

  /// `arn:aws:secretsmanager:<region>:<account>:secret:<name>`.
  private static let arnFields = 7
}

extension SecretReference.Fault {
  package var message: String {
    switch self {
    case .noSecret: "the reference names no secret"
    case .notSecretARN: "this is not the ARN of a secret"
    case .tooManyFields(let count): "the reference has \(count) fields, but four is all there are"
    }
  }
}
