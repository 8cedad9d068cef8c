import Synchronization

/// What is left to do after builds of one process have ended, done beside the builds that go on: nobody
/// waits for it but the end of all.
package final class Cleanup: Sendable {
  private let tasks = Mutex<[Task<Void, Never>]>([])

  package init() {}

  package func add(_ work: @escaping @Sendable () async -> Void) {
    let task = Task.detached(priority: .background) { await work() }
    tasks.withLock { $0.append(task) }
  }

  /// Returns when all is done.
  package func finish() async {
    for task in tasks.withLock({ $0 }) { await task.value }
  }
}
