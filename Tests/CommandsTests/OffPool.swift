import Dispatch

/// Runs what waits for a process on a thread of its own. Tests run in tasks, whose threads must not
/// wait for one another.
func offPool<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value
{
  try await withCheckedThrowingContinuation { continuation in
    DispatchQueue(label: "waits for processes").async {
      continuation.resume(with: Result { try body() })
    }
  }
}
