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
  /// What a thread takes at a time: enough for the code of a rule to serve several files, and little
  /// enough for all threads to end together.
  private static let share = 8

  /// The results in the order of the items; the first error in that order is thrown.
  ///
  /// Each thread makes a context of its own first, and takes some items at a time.
  static func map<Item: Sendable, Context, Output: Sendable, Failure: Error>(
    _ items: [Item], context: @Sendable () -> Context,
    each body: @Sendable (ArraySlice<Item>, Context) throws(Failure) -> [Output]
  ) throws(Failure) -> [Output] {
    if items.count <= fewItems { return try body(items[...], context()) }
    let shares = (items.count + share - 1) / share
    let next = Atomic(0)
    let results = Mutex([Result<[Output], Failure>?](repeating: nil, count: shares))
    let count = min(shares, coreCount)
    let places = WorkerPlaces(count: count)
    DispatchQueue.concurrentPerform(iterations: count) { worker in
      let context = context()
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < shares else { return places.leave(worker) }
        places.settle(worker)
        let slice = items[(index * share)..<min((index + 1) * share, items.count)]
        let result = Result { () throws(Failure) in try body(slice, context) }
        results.withLock { $0[index] = result }
      }
    }
    var all: [Output] = []
    all.reserveCapacity(items.count)
    for case .some(let result) in results.withLock({ $0 }) { all += try result.get() }
    return all
  }

  /// Processors that this process can use.
  static var coreCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
