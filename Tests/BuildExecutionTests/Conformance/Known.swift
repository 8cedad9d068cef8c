import Synchronization

/// A text that becomes known later.
final class Known: Sendable {
  private let text = Mutex("")

  var value: String { text.withLock { $0 } }

  func set(_ value: String) { text.withLock { $0 = value } }
}
