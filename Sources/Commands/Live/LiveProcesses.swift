import BuildExecution
import Subprocess
import SystemPackage

/// Programs of this machine, started by swift-subprocess.
struct LiveProcesses: ProcessLauncher {
  func start(
    _ request: ProcessRequest,
    onOutput: @escaping @Sendable (ArraySlice<UInt8>) -> Void,
    onError: (@Sendable (ArraySlice<UInt8>) -> Void)?,
    onEnd: @escaping @Sendable (ProcessEnd) -> Void
  ) async throws -> any RunningProcess {
    let input = try Pipes.make()
    var streams = [try OutputStream(name: request.output, onOutput)]
    if let onError { streams.append(try OutputStream(onError)) }
    let end = EndOfProcess(wakes: streams.map(\.wake.write))
    let identifier: pid_t
    do {
      identifier = try await spawn(
        request, input: input.read, outputs: streams.map(\.pipe.write), end: end)
    } catch {
      // The other ends are closed by those they were given to.
      try? input.write.close()
      for stream in streams { stream.abandon() }
      throw error
    }
    let open = Countdown(streams.count)
    for stream in streams { stream.start { if open.isLast() { onEnd(end.value) } } }
    return LiveProcess(identifier: identifier, input: input.write)
  }

  func capture(_ request: ProcessRequest) async throws -> CapturedOutput {
    let result = try await Subprocess.run(
      configuration(request, createSession: false), input: .none,
      output: .bytes(limit: 1 << 30), error: .discarded)
    return CapturedOutput(
      end: ProcessEnd(result.terminationStatus), bytes: result.standardOutput)
  }

  func captureBoth(_ request: ProcessRequest) async throws -> CapturedStreams {
    do {
      var configuration = configuration(request, createSession: true)
      // What it started may keep its streams open.
      configuration.platformOptions.teardownSequence = [
        .gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: .seconds(1))
      ]
      let result = try await Subprocess.run(
        configuration, input: .none, output: .bytes(limit: 1 << 26), error: .bytes(limit: 1 << 22))
      return CapturedStreams(
        end: ProcessEnd(result.terminationStatus), output: result.standardOutput,
        errors: result.standardError)
    } catch let error as SubprocessError where error.code == .executableNotFound {
      throw ProgramNotFound(program: request.program)
    }
  }

  func session(_ number: Int32, startedWith text: String) -> (any ProcessSession)? {
    let session = LiveSession(number: number)
    return session.wasStarted(with: text) ? session : nil
  }

  func own() -> ProcessOwner { LiveOwner.own }

  func isGone(_ owner: ProcessOwner) -> Bool { LiveOwner.isGone(owner) }

  /// Starts the program and returns its process identifier; `end` is told when it ends.
  private func spawn(
    _ request: ProcessRequest, input: FileDescriptor, outputs: [FileDescriptor], end: EndOfProcess
  ) async throws -> pid_t {
    let configuration = configuration(request, createSession: true)
    return try await withCheckedThrowingContinuation { continuation in
      let started = OnceContinuation(continuation)
      Task.detached(executorPreference: BuildExecutor.current) {
        do {
          let status = try await run(configuration, input: input, outputs: outputs) {
            started.resume(returning: $0)
          }
          end.tell(ProcessEnd(status))
        } catch {
          // After the start this can only be a failure to watch the process.
          started.resume(throwing: error)
          end.tell(.signalled(9))
        }
      }
    }
  }

  /// - Parameter outputs: for both streams, or one for each.
  private func run(
    _ configuration: Configuration, input: FileDescriptor, outputs: [FileDescriptor],
    onStart: @escaping @Sendable (pid_t) -> Void
  ) async throws -> TerminationStatus {
    let input = FileDescriptorInput.fileDescriptor(input, closeAfterSpawningProcess: true)
    let output = FileDescriptorOutput.fileDescriptor(outputs[0], closeAfterSpawningProcess: true)
    guard outputs.count > 1 else {
      return try await Subprocess.run(
        configuration, input: input, output: output, error: .combinedWithOutput
      ) { onStart($0.processIdentifier.value) }.terminationStatus
    }
    return try await Subprocess.run(
      configuration, input: input, output: output,
      error: .fileDescriptor(outputs[1], closeAfterSpawningProcess: true)
    ) { onStart($0.processIdentifier.value) }.terminationStatus
  }

  private func configuration(_ request: ProcessRequest, createSession: Bool) -> Configuration {
    var options = PlatformOptions()
    options.createSession = createSession
    let isPath = request.program.contains("/")
    return Configuration(
      executable: isPath ? .path(FilePath(request.program)) : .name(request.program),
      arguments: Arguments(request.arguments),
      environment: .custom(
        Dictionary(
          uniqueKeysWithValues: request.environment.map { (.init(stringLiteral: $0), $1) })),
      workingDirectory: request.folder, platformOptions: options)
  }
}

extension ProcessEnd {
  fileprivate init(_ status: TerminationStatus) {
    switch status {
    case .exited(let code): self = .exited(code)
    case .signaled(let signal): self = .signalled(signal)
    }
  }
}
