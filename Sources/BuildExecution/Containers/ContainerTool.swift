import BuildPlanning
import Synchronization
import SystemPackage

/// The command line tool of a container engine. It knows contexts, `DOCKER_HOST` and the helpers for
/// registries, so nothing of that is known here.
struct ContainerTool: Sendable {
  let program: ContainerProgram
  let host: Host

  struct Answer: Sendable {
    let end: ProcessEnd
    let output: String
    /// What the tool said on standard error, in lines.
    let errors: [String]

    var isSuccess: Bool { end == .exited(0) }

    /// The words of the engine, in one line.
    var reason: String { ContainerTool.reason(errors) }
  }

  /// The start of a name would make a process for each folder of PATH that does not have it.
  func request(_ arguments: [String]) -> ProcessRequest {
    let path = ProgramSearch(host: host).find(program.rawValue).flatMap { $0.isAbsolute ? $0 : nil }
    return ProcessRequest(
      program: path?.string ?? program.rawValue, arguments: arguments,
      environment: host.environment, folder: "/")
  }

  /// Runs the tool to its end.
  /// - Parameters:
  ///   - seconds: after this time it is ended.
  ///   - isStopped: asked a few times a second; it is ended when that is true.
  ///   - onOutput: gets what it writes to standard output, instead of the answer.
  ///   - onStart: is told of the process, such as to write to it.
  func run(
    _ arguments: [String], seconds: Int = 60, isStopped: (@Sendable () -> Bool)? = nil,
    onOutput: (@Sendable (ArraySlice<UInt8>) -> Void)? = nil,
    onStart: (any RunningProcess) async throws -> Void = { $0.closeInput() }
  ) async throws -> Answer {
    let collected = Mutex(Collected())
    let (ends, continuation) = AsyncStream<ProcessEnd>.makeStream()
    let process: any RunningProcess
    do {
      process = try await host.processes.start(
        request(arguments),
        onOutput: onOutput ?? { bytes in collected.withLock { $0.output += bytes } },
        onError: { bytes in collected.withLock { $0.errors += bytes } },
        onEnd: {
          continuation.yield($0)
          continuation.finish()
        })
    } catch {
      throw EngineProblem(
        "cannot start \(program.rawValue): install it, or name another engine with --engine")
    }
    let timer = timer(for: process, seconds: seconds, isStopped: isStopped)
    defer { timer.cancel() }
    do { try await onStart(process) } catch {
      process.signalSession(9)
      throw error
    }
    var end = ProcessEnd.signalled(9)
    for await value in ends { end = value }
    return collected.withLock { $0.answer(end) }
  }

  /// Ends the process in time.
  private func timer(
    for process: any RunningProcess, seconds: Int, isStopped: (@Sendable () -> Bool)?
  ) -> Task<Void, any Error> {
    let clock = host.clock
    let step = isStopped == nil ? seconds * 1_000 : 100
    return Task {
      var waited = 0
      while waited < seconds * 1_000, isStopped?() != true {
        try await clock.sleep(milliseconds: step)
        waited += step
      }
      process.signalSession(9)
    }
  }

  private struct Collected {
    var output: [UInt8] = []
    var errors: [UInt8] = []

    func answer(_ end: ProcessEnd) -> Answer {
      Answer(
        end: end, output: String(decoding: output, as: UTF8.self),
        errors: String(decoding: errors, as: UTF8.self).split(whereSeparator: \.isNewline)
          .map(String.init))
    }
  }

  /// What matters of several lines: the one that tells the error, without the names before it.
  static func reason(_ lines: [String]) -> String {
    let remarks = ["Run '", "See '", "WARNING", "Unable to find image"]
    let telling = lines.filter { line in
      !line.isEmpty && !remarks.contains { line.hasPrefix($0) }
    }
    var text = telling.last { $0.contains("rror") } ?? telling.last ?? "it gave no reason"
    for name in [
      "docker: ", "Error response from daemon: ", "Error: ", "ERROR: ", "error during connect: ",
    ]
    where text.hasPrefix(name) {
      text.removeFirst(name.count)
    }
    if text.hasSuffix(".") { text.removeLast() }
    return message(text)
  }

  /// What a line of the tool's own log says, which has the form `time="…" level=error msg="…"`.
  private static func message(_ line: String) -> String {
    guard line.hasPrefix("time="), let start = line.firstRange(of: "msg=\"") else { return line }
    let rest = line[start.upperBound...]
    return String(rest.last == "\"" ? rest.dropLast() : rest)
  }
}
