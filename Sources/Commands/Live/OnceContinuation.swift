import Synchronization

/// A continuation of which only the first resumption counts.
final class OnceContinuation<Value: Sendable>: Sendable {
  private let continuation: Mutex<CheckedContinuation<Value, any Error>?>

  init(_ continuation: CheckedContinuation<Value, any Error>) {
    self.continuation = Mutex(continuation)
  }

  func resume(returning value: Value) { take()?.resume(returning: value) }

  func resume(throwing error: any Error) { take()?.resume(throwing: error) }

  private func take() -> CheckedContinuation<Value, any Error>? {
    continuation.withLock { continuation in
      defer { continuation = nil }
      return continuation
    }
  }
}
