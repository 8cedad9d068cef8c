/// What the stores have answered, so that the builds of a batch ask once for what they share.
package actor StoreAnswers {
  typealias Answer = [StoreCall.Subject: String]

  private var asked: [StoreCall: Task<Answer, any Error>] = [:]

  package init() {}

  /// A question that failed is asked again by the next build.
  func answer(to call: StoreCall, _ aws: AWSCommand) async throws -> Answer {
    let task = asked[call] ?? Task { try await call.ask(aws) }
    asked[call] = task
    do {
      return try await withTaskCancellationHandler {
        try await task.value
      } onCancel: {
        task.cancel()
      }
    } catch {
      if asked[call] == task { asked[call] = nil }
      throw error
    }
  }
}
