import SystemPackage

/// Writing to the two output streams. A reader that went away is no error of ours.
enum StandardStreams {
  static func write(_ text: String) {
    write(text.utf8, to: .standardOutput)
  }

  /// Writes bytes as they are.
  static func write(_ bytes: [UInt8]) {
    write(bytes, to: .standardOutput)
  }

  static func writeError(_ text: String) {
    write(text.utf8, to: .standardError)
  }

  private static func write(_ bytes: some Collection<UInt8>, to descriptor: FileDescriptor) {
    guard !bytes.isEmpty else { return }
    _ = try? descriptor.writeAll(bytes)
  }
}
