import BuildExecution

/// How much of the output of commands a record takes: all of it up to a limit, and from then on the end of
/// what each command writes, since there stands why it failed.
struct OutputBudget {
  /// Bytes of the end of a command's output.
  private static let tailLimit = 64 * 1024

  let limit: Int
  private var used = 0
  private var isFull = false
  private var tail: OutputTail
  /// Bytes of the running command that went to the tail, and when the last one came.
  private var pending: (bytes: Int, time: Timestamp)?

  /// - Parameter limit: bytes that the record may take for output, with what tells of it.
  init(limit: Int) {
    self.limit = limit
    tail = OutputTail(limit: min(limit, Self.tailLimit))
  }

  /// Whether the bytes are to be recorded now; else they are held for `takeTail`.
  /// - Parameter cost: bytes of the line that tells of them.
  mutating func take(_ bytes: ArraySlice<UInt8>, cost: Int, at time: Timestamp) -> Bool {
    if !isFull, used + bytes.count + cost <= limit {
      used += bytes.count + cost
      return true
    }
    isFull = true
    if limit > 0 { tail.add(bytes) }
    pending = ((pending?.bytes ?? 0) + bytes.count, time)
    return false
  }

  /// The end of what a command wrote past the limit, and how many bytes are missing before it.
  mutating func takeTail() -> (omitted: Int, bytes: ArraySlice<UInt8>, time: Timestamp)? {
    guard let (count, time) = pending else { return nil }
    var bytes = tail.bytes
    // A line that is cut says little.
    if bytes.count < count, let end = bytes.firstIndex(of: UInt8(ascii: "\n")) {
      bytes = bytes[(end + 1)...]
    }
    pending = nil
    tail.clear()
    return (count - bytes.count, bytes, time)
  }
}
