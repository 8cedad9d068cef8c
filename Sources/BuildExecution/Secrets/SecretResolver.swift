import BuildPlanning
import BuildspecModel

/// Gets the secrets of a build that has references: those that were given, and those that the
/// references lead to, each asked for once.
struct SecretResolver: Sendable {
  /// Calls under way at a time; each is a process that is busy with its own start.
  private static let width = 4

  let job: RunJob
  let host: Host

  func resolve() async throws -> SecretSet {
    var set = SecretSet(values: job.secrets)
    let references = job.plan.references
    let secrets = try references.filter { $0.store == .secretsManager }.map(Self.read)
    let parameters = references.filter { $0.store == .parameterStore }
    let answers = try await answers(
      to: Self.calls(parameters.map(\.reference), secrets.map(\.reference)))
    for parameter in parameters {
      set.values[parameter.name] = answers[.parameter(parameter.reference)]
    }
    for (name, reference) in secrets {
      guard let text = answers[.secret(Self.whole(reference))] else { continue }
      set.values[name] = try SecretsManager.value(of: reference, in: text)
    }
    return set
  }

  private static func read(
    _ planned: PlannedReference
  ) throws -> (name: String, reference: SecretReference) {
    switch SecretReference.read(planned.reference) {
    case .success(let reference): (planned.name, reference)
    case .failure(let fault):
      throw FetchProblem.secret(
        "\(planned.reference): \(fault.message)", about: planned.reference)
    }
  }

  /// Two keys of one secret are one call.
  private static func whole(_ reference: SecretReference) -> SecretReference {
    var whole = reference
    whole.key = nil
    return whole
  }

  private static func calls(_ parameters: [String], _ secrets: [SecretReference]) -> [StoreCall] {
    let names = unique(parameters)
    let batches = stride(from: 0, to: names.count, by: ParameterStore.batchSize).map { start in
      Array(names[start..<min(start + ParameterStore.batchSize, names.count)])
    }
    return batches.map(StoreCall.parameters) + unique(secrets.map(whole)).map(StoreCall.secret)
  }

  private static func unique<Item: Hashable>(_ items: [Item]) -> [Item] {
    var known: Set<Item> = []
    return items.filter { known.insert($0).inserted }
  }

  private typealias Answer = Result<[StoreCall.Subject: String], any Error>

  /// Some calls at a time. Of several failures the first one in the order of the calls is thrown.
  private func answers(to calls: [StoreCall]) async throws -> [StoreCall.Subject: String] {
    let aws = AWSCommand(job, host: host)
    let memory = job.storeAnswers
    var answers: [Int: Answer] = [:]
    await withTaskGroup(of: (Int, Answer).self) { group in
      var waiting = calls.enumerated().makeIterator()
      func startNext() {
        guard let (index, call) = waiting.next() else { return }
        group.addTask {
          do { return (index, .success(try await memory.answer(to: call, aws))) } catch {
            return (index, .failure(error))
          }
        }
      }
      for _ in 0..<Self.width { startNext() }
      while let (index, answer) = await group.next() {
        answers[index] = answer
        startNext()
      }
    }
    return try calls.indices.reduce(into: [:]) { values, index in
      values.merge(try answers[index]?.get() ?? [:]) { first, _ in first }
    }
  }
}
