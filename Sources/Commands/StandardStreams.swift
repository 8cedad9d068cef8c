import SystemPackage

/// Writing to the two output streams. A reader that went away is no error of ours.
enum StandardStreams {
  static func write(_ text: String) {
    write(text, to: .standardOutput)
  }

  static func writeError(_ text: String) {
    write(text, to: .standardError)
  }

  private static func write(_ text: String, to descriptor: FileDescriptor) {
    guard !text.isEmpty else { return }
    _ = try? descriptor.writeAll(text.utf8)
  }
}
