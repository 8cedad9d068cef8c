import Synchronization

/// Removes in the background what earlier builds have left: once, while the engine is busy with the
/// container of this build.
final class LeftoverSweep: Sendable {
  private let leftovers: Leftovers
  private let task = Mutex<Task<Void, Never>?>(nil)

  init(_ leftovers: Leftovers) {
    self.leftovers = leftovers
  }

  func begin() { _ = running() }

  /// Waits for it; begins when nobody has. The build does not end before it.
  func end() async { await running().value }

  private func running() -> Task<Void, Never> {
    task.withLock { [leftovers] task in
      let running = task ?? Task { await leftovers.remove() }
      task = running
      return running
    }
  }
}
