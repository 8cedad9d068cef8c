import BuildExecution
import SystemPackage

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

struct LiveTerminal: Terminal {
  func isInteractive(_ stream: StandardStream) -> Bool {
    isatty(descriptor(stream).rawValue) == 1
  }

  func write(_ bytes: ArraySlice<UInt8>, to stream: StandardStream) throws {
    do {
      try descriptor(stream).writeAll(bytes)
    } catch Errno.brokenPipe {
      throw OutputClosed()
    }
  }

  private func descriptor(_ stream: StandardStream) -> FileDescriptor {
    switch stream {
    case .output: .standardOutput
    case .error: .standardError
    }
  }
}
