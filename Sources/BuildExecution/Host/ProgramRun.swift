import Synchronization
import SystemPackage

/// Runs a program of this machine to its end and keeps the end of what it wrote.
struct ProgramRun {
  let host: Host
  /// Asked a few times a second; the program is ended when it is true.
  let isStopped: @Sendable () -> Bool

  /// Bytes kept of both streams together.
  private static let limit = 1 << 20
  /// Milliseconds.
  private static let interval = 100

  /// - Parameter onStart: is told of the process, such as to write to it.
  /// - Returns: how it ended, and both its streams in the order they were written.
  /// - Throws: `FileProblem` when it cannot be started, `BuildStopped` when the build is to end.
  func run(
    _ request: ProcessRequest,
    onStart: (any RunningProcess) async throws -> Void = { $0.closeInput() }
  ) async throws -> CapturedOutput {
    var request = request
    // The launcher forks for each folder of PATH until one has the program.
    if let path = ProgramSearch(host: host).find(request.program) { request.program = path.string }
    let output = Mutex<[UInt8]>([])
    let (ends, end) = AsyncStream.makeStream(of: ProcessEnd.self)
    let process: any RunningProcess
    do {
      process = try await host.processes.start(
        request, onOutput: { part in output.withLock { Self.keep(part, in: &$0) } }, onError: nil,
        onEnd: {
          end.yield($0)
          end.finish()
        })
    } catch {
      throw FileProblem("cannot start", FilePath(request.program), reason: "\(error)")
    }
    let watch = watch(process)
    defer { watch.cancel() }
    do { try await onStart(process) } catch {
      process.signalSession(9)
      for await _ in ends {}
      throw error
    }
    var last = ProcessEnd.signalled(9)
    for await value in ends { last = value }
    if isStopped() { throw BuildStopped() }
    return CapturedOutput(end: last, bytes: output.withLock { $0 })
  }

  private func watch(_ process: any RunningProcess) -> Task<Void, Never> {
    let (clock, isStopped) = (host.clock, isStopped)
    return Task {
      while !isStopped() {
        do { try await clock.sleep(milliseconds: Self.interval) } catch { return }
      }
      process.signalSession(15)
    }
  }

  private static func keep(_ part: ArraySlice<UInt8>, in output: inout [UInt8]) {
    output += part
    if output.count > limit { output.removeFirst(output.count - limit) }
  }
}

extension CapturedOutput {
  var isSuccess: Bool { end == .exited(0) }

  /// The first line that says something.
  var firstLine: String { lines.first ?? silence }

  /// The last line that says something.
  var lastLine: String { lines.last ?? silence }

  private var silence: String {
    switch end {
    case .exited(let status): "exit status \(status)"
    case .signalled(let signal): "ended by signal \(signal)"
    }
  }

  /// Without the spaces in front, and without lines of nothing else.
  private var lines: [String] {
    String(decoding: bytes, as: UTF8.self).split { $0.isNewline }
      .map { String($0.drop { $0.isWhitespace }) }.filter { !$0.isEmpty }
  }
}
