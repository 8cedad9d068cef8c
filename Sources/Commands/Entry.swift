import ArgumentParser

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// From the arguments of the process to its exit status. The one place where errors become lines.
package enum Entry {
  package static func main() -> Never {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if let name = CommandLine.arguments.first, let tool = BuildTool(program: name) {
      exit(tool.run(arguments, on: .live()))
    }
    if let request = QuickLint.request(arguments) {
      exit(status { () throws in try LintRun(request: request).run().rawValue })
    }
    Task {
      exit(await run(arguments))
    }
    // Not `dispatchMain`, which leaves the main thread by unwinding its stack: in a static executable
    // that sorts the tables of all functions first, 15 ms that nobody needs.
    while true { pause() }
  }

  /// Parses and runs a command.
  private static func run(_ arguments: [String]) async -> Int32 {
    do {
      var command = try Root.parseAsRoot(LintChangeOptions.withReason(arguments))
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      return ExitStatus.ok.rawValue
    } catch {
      return report(error)
    }
  }

  private static func status(_ body: () throws -> Int32) -> Int32 {
    do { return try body() } catch { return report(error) }
  }

  private static func report(_ error: any Error) -> Int32 {
    switch error {
    case let code as ExitCode: return code.rawValue
    case let error as ToolError:
      StandardStreams.writeError("buildspec: error: \(error.description)\n")
      return error.status.rawValue
    default: return reportParsing(error)
    }
  }

  /// Help and version are no errors: they go to standard output with status 0.
  private static func reportParsing(_ error: any Error) -> Int32 {
    if Root.exitCode(for: error) == .success {
      StandardStreams.write(Root.fullMessage(for: error) + "\n")
      return ExitStatus.ok.rawValue
    }
    let message = Root.message(for: error).split(separator: "\n").joined(separator: " ")
    StandardStreams.writeError("buildspec: error: \(message) (see `buildspec --help`)\n")
    return ExitStatus.usage.rawValue
  }
}
