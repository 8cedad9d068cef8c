import Dispatch
import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Shares independent work among the cores.
enum Workers {
  /// No more items than these are not worth a second thread.
  private static let fewItems = 16
  /// What a thread takes at a time: little, so that all of them end together.
  private static let share = 4

  /// The results in the order of the items; the first error in that order is thrown.
  static func map<Item: Sendable, Output: Sendable, Failure: Error>(
    _ items: [Item], _ body: @Sendable (Item) throws(Failure) -> Output
  ) throws(Failure) -> [Output] {
    try map(items, context: {}, each: { item, _ throws(Failure) in try body(item) })
  }

  /// Each thread makes a context of its own first.
  static func map<Item: Sendable, Context, Output: Sendable, Failure: Error>(
    _ items: [Item], context: @Sendable () -> Context,
    each body: @Sendable (Item, Context) throws(Failure) -> Output
  ) throws(Failure) -> [Output] {
    if items.count <= fewItems { return try outputs(items[...], context(), body).get() }
    let shares = (items.count + share - 1) / share
    let next = Atomic(0)
    let results = Mutex([Result<[Output], Failure>?](repeating: nil, count: shares))
    DispatchQueue.concurrentPerform(iterations: min(shares, coreCount)) { _ in
      let context = context()
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < shares else { return }
        let slice = items[(index * share)..<min((index + 1) * share, items.count)]
        let result = outputs(slice, context, body)
        results.withLock { $0[index] = result }
      }
    }
    var all: [Output] = []
    all.reserveCapacity(items.count)
    for case .some(let result) in results.withLock({ $0 }) { all += try result.get() }
    return all
  }

  private static func outputs<Item, Context, Output, Failure: Error>(
    _ items: ArraySlice<Item>, _ context: Context,
    _ body: (Item, Context) throws(Failure) -> Output
  ) -> Result<[Output], Failure> {
    Result { () throws(Failure) in
      var outputs: [Output] = []
      for item in items { outputs.append(try body(item, context)) }
      return outputs
    }
  }

  /// Processors that this process can use.
  static var coreCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
