import BuildspecModel

/// One question to a store.
enum StoreCall: Hashable, Sendable {
  /// At most `ParameterStore.batchSize` names, each another.
  case parameters([String])
  /// A secret as a whole.
  case secret(SecretReference)

  /// What an answer is about.
  enum Subject: Hashable, Sendable {
    case parameter(String)
    case secret(SecretReference)
  }

  func ask(_ aws: AWSCommand) async throws -> [Subject: String] {
    switch self {
    case .parameters(let names):
      let values = try await ParameterStore(aws: aws).values(of: names)
      return Dictionary(uniqueKeysWithValues: values.map { (.parameter($0), $1) })
    case .secret(let reference):
      return [.secret(reference): try await SecretsManager(aws: aws).text(of: reference)]
    }
  }
}
