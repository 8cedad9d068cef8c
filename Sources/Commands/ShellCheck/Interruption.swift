import Dispatch
import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Holds the signals that end a program back while something must be tidied up first.
final class Interruption {
  private let first = FirstSignal()
  private var sources: [(number: Int32, source: any DispatchSourceSignal)] = []

  /// The first signal that came.
  var received: Int32? { first.number.withLock { $0 } }

  init(onSignal: @escaping @Sendable () -> Void) {
    let queue = DispatchQueue(label: "interruption")
    let first = first
    for number in [SIGINT, SIGTERM, SIGHUP] where !SignalWatch.isIgnored(number) {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler {
        first.number.withLock { $0 = $0 ?? number }
        onSignal()
      }
      source.resume()
      sources.append((number, source))
    }
  }

  /// From now on signals end the program again.
  func end() {
    for (number, source) in sources {
      source.cancel()
      signal(number, SIG_DFL)
    }
  }

  /// Ends this program as the signal would have.
  static func die(of number: Int32) {
    signal(number, SIG_DFL)
    kill(getpid(), number)
  }

  private final class FirstSignal: Sendable {
    let number = Mutex<Int32?>(nil)
  }
}
