import SystemPackage

/// Asks the user's git. A git that is missing or fails answers nothing.
struct Git: Sendable {
  private let host: Host

  init(host: Host) {
    self.host = host
  }

  /// Lines of the output, also when git failed after writing them.
  func lines(_ arguments: [String], in folder: FilePath) async -> [String] {
    guard let captured = try? await run(arguments, in: folder) else { return [] }
    return String(decoding: captured.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// Paths of the files that belong to the source of `folder`: tracked ones, and untracked ones that
  /// are not ignored. `nil` when git cannot tell.
  func sourceFiles(in folder: FilePath) async -> [FilePath]? {
    let arguments = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    guard let captured = try? await run(arguments, in: folder), captured.end == .exited(0) else {
      return nil
    }
    // A file in conflict is listed once for each of its stages, one after the other.
    var previous: ArraySlice<UInt8> = []
    let names = captured.bytes.split(separator: 0).filter { name in
      defer { previous = name }
      return name != previous
    }
    return names.map { name in
      // Names are bytes; a decoded string could not be opened when they are not UTF-8.
      (name.map { CInterop.PlatformChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { buffer in
        buffer.baseAddress.map { FilePath(platformString: $0) } ?? FilePath()
      }
    }
  }

  private func run(_ arguments: [String], in folder: FilePath) async throws -> CapturedOutput {
    try await host.processes.capture(
      ProcessRequest(
        program: "git", arguments: arguments,
        environment: InheritedEnvironment.filter(host.environment), folder: folder))
  }
}
