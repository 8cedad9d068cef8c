import ArgumentParser
import BuildExecution
import SystemPackage

/// One of the service's own programs, which this tool is when it is called by that name.
enum BuildTool: String {
  case globSearch = "codebuild-glob-search"
  case hashFiles = "codebuild-hash-files"
  case testsRun = "codebuild-tests-run"

  /// - Parameter program: the name or path that this process was started by.
  init?(program: String) {
    guard let name = FilePath(program).lastComponent?.string else { return nil }
    self.init(rawValue: name)
  }

  /// - Returns: the exit status.
  func run(_ arguments: [String], on host: Host) -> Int32 {
    if self == .testsRun { return runTests(arguments, host) }
    if ["-h", "--help"].contains(arguments.first) {
      StandardStreams.write(usage + "\n")
      return ExitStatus.ok.rawValue
    }
    guard !arguments.isEmpty, !arguments.contains(where: { $0.hasPrefix("-") }) else {
      return fail(usage, .usage)
    }
    do {
      return try search(arguments, on: host)
    } catch let outside as FileSearch.Outside {
      return fail("\(outside.pattern) leads out of the folder that is searched", .usage)
    } catch {
      return fail("\(error)", .failure)
    }
  }

  private func search(_ patterns: [String], on host: Host) throws -> Int32 {
    // The one works where it is called, the other always on the source.
    let name = self == .hashFiles ? host.environment["CODEBUILD_SRC_DIR"] ?? "." : "."
    guard let folder = try host.files.resolve(FilePath(name)) else {
      return fail("\(name): no such folder", .failure)
    }
    let search = FileSearch(files: host.files, folder: folder)
    let found = try search.find(patterns)
    let silence = "no file matches \(patterns.joined(separator: " "))"
    guard self == .hashFiles else {
      if found.isEmpty { return fail(silence, .ok) }
      list(found)
      return ExitStatus.ok.rawValue
    }
    if found.isEmpty { return fail(silence, .failure) }
    StandardStreams.write(try search.digest(of: found) + "\n")
    return ExitStatus.ok.rawValue
  }

  /// One a line, with the bytes that they have.
  private func list(_ files: [FilePath]) {
    var lines: [UInt8] = []
    for file in files {
      guard !file.string.contains("\n") else {
        write("left out, as there is a line break in its name: \(file.string.debugDescription)")
        continue
      }
      let name = file.withPlatformString { text in
        Array(UnsafeRawBufferPointer(start: text, count: file.length))
      }
      lines += name + [UInt8(ascii: "\n")]
    }
    StandardStreams.write(lines)
  }

  private func runTests(_ arguments: [String], _ host: Host) -> Int32 {
    do {
      let options = try TestsRunOptions.parse(arguments)
      let shard = try GivenShard.read(host.environment)
      try TestsRun(options: options, shard: shard, note: write).run()
      return ExitStatus.ok.rawValue
    } catch let failure as TestsRun.Failure {
      write(failure.message)
      return failure.status
    } catch let error as ToolError {
      return fail(error.description, error.status)
    } catch {
      return report(error)
    }
  }

  /// Help is no error.
  private func report(_ parsing: any Error) -> Int32 {
    guard TestsRunOptions.exitCode(for: parsing) == .success else {
      return fail("\(TestsRunOptions.message(for: parsing)) (see `\(rawValue) --help`)", .usage)
    }
    StandardStreams.write(TestsRunOptions.fullMessage(for: parsing) + "\n")
    return ExitStatus.ok.rawValue
  }

  private var usage: String { "usage: \(rawValue) PATTERN..." }

  private func fail(_ message: String, _ status: ExitStatus) -> Int32 {
    write(message)
    return status.rawValue
  }

  private func write(_ message: String) {
    StandardStreams.writeError("\(rawValue): \(message)\n")
  }
}
