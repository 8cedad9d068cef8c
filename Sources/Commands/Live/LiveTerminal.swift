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

  func size() -> TerminalSize? {
    var size = winsize()
    guard ioctl(descriptor(.output).rawValue, UInt(TIOCGWINSZ), &size) == 0 else { return nil }
    // A terminal that nobody has told its size says 0.
    guard size.ws_col > 0, size.ws_row > 0 else { return nil }
    return TerminalSize(columns: Int(size.ws_col), rows: Int(size.ws_row))
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
