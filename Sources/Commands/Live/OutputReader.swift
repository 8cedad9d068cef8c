import Dispatch
import SystemPackage

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Reads the output of a process on a thread of its own, so that the bytes go straight to their
/// reader: no task is switched and nothing is copied on the way.
struct OutputReader {
  /// Bytes of a read: few until one is full, since most commands write little.
  private static let firstChunk = 4 * 1024
  private static let chunk = 256 * 1024
  /// What is still read once the process has ended. The pipe holds no more; a grandchild that goes on
  /// writing is not waited for.
  private static let rest = 4 * 1024 * 1024

  let output: FileDescriptor
  /// Reaches its end when the process has ended.
  let wake: FileDescriptor

  func start(
    onOutput: @escaping @Sendable (ArraySlice<UInt8>) -> Void, onEnd: @escaping @Sendable () -> Void
  ) {
    DispatchQueue(label: "output of a build").async {
      readAll(onOutput)
      try? output.close()
      try? wake.close()
      onEnd()
    }
  }

  private func readAll(_ onOutput: (ArraySlice<UInt8>) -> Void) {
    var buffer = [UInt8](repeating: 0, count: Self.firstChunk)
    var isOpen = true
    _ = fcntl(output.rawValue, F_SETFL, O_NONBLOCK)
    while true {
      var polled = [pollfd(fd: wake.rawValue, events: Int16(POLLIN), revents: 0)]
      if isOpen { polled.append(pollfd(fd: output.rawValue, events: Int16(POLLIN), revents: 0)) }
      guard poll(&polled, nfds_t(polled.count), -1) >= 0 else { continue }
      if polled[0].revents != 0 { break }
      if isOpen { isOpen = readOnce(&buffer, onOutput) != 0 }
    }
    var remaining = Self.rest
    while isOpen, remaining > 0, let count = readOnce(&buffer, onOutput), count > 0 {
      remaining -= count
    }
  }

  /// Number of bytes; 0 at the end of the stream, `nil` when there is nothing to read now.
  private func readOnce(
    _ buffer: inout [UInt8], _ onOutput: (ArraySlice<UInt8>) -> Void
  ) -> Int? {
    do {
      let count = try buffer.withUnsafeMutableBytes { try output.read(into: $0) }
      if count > 0 { onOutput(buffer[..<count]) }
      if count == buffer.count, count < Self.chunk {
        buffer = [UInt8](repeating: 0, count: Self.chunk)
      }
      return count
    } catch Errno.resourceTemporarilyUnavailable {
      return nil
    } catch {
      return 0
    }
  }
}
