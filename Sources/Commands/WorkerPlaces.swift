import CProcessors
import Synchronization

/// Keeps the threads of `Workers` on processors of their own. Linux may start a thread on the processor of
/// the one that makes it, and may wake one that had to wait on the processor of the one that wakes it,
/// though others are idle; then both take turns there for many milliseconds.
final class WorkerPlaces: Sendable {
  /// Where each thread was last seen; -1 where that is not known.
  private let processors: Mutex<[Int32]>

  init(count: Int) {
    processors = Mutex([Int32](repeating: -1, count: count))
  }

  /// Called by a thread between two pieces of work: moves it when another one is where it is.
  func settle(_ worker: Int) {
    let here = current_processor()
    guard here >= 0 else { return }
    let isShared = processors.withLock { processors in
      processors[worker] = -1
      if processors.contains(here) { return true }
      processors[worker] = here
      return false
    }
    if isShared { leave_processor(here) }
  }

  /// Called by a thread that has no more work.
  func leave(_ worker: Int) { processors.withLock { $0[worker] = -1 } }
}
