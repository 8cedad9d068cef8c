import BuildExecution
import SystemPackage

/// One of the service's own programs, which this tool is when it is called by that name.
enum BuildTool: String {
  case globSearch = "codebuild-glob-search"
  case hashFiles = "codebuild-hash-files"

  /// - Parameter program: the name or path that this process was started by.
  init?(program: String) {
    guard let name = FilePath(program).lastComponent?.string else { return nil }
    self.init(rawValue: name)
  }

  /// - Returns: the exit status.
  func run(_ arguments: [String], on host: Host) -> Int32 {
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
    switch self {
    case .globSearch:
      if found.isEmpty { return fail(silence, .ok) }
      StandardStreams.write(found.map { "\($0.string)\n" }.joined())
    case .hashFiles:
      if found.isEmpty { return fail(silence, .failure) }
      StandardStreams.write(try search.digest(of: found) + "\n")
    }
    return ExitStatus.ok.rawValue
  }

  private var usage: String { "usage: \(rawValue) PATTERN..." }

  private func fail(_ message: String, _ status: ExitStatus) -> Int32 {
    StandardStreams.writeError("\(rawValue): \(message)\n")
    return status.rawValue
  }
}
