import ArgumentParser
import BuildExecution
import RunRecords
import SystemPackage

/// Whose runs are meant.
struct RunsOptions: ParsableArguments {
  @Option(
    name: [.customShort("C"), .long], help: "The source folder. (default: the current folder)",
    completion: .directory)
  var directory: String?

  func folder(on host: Host) throws(ToolError) -> RunsFolder {
    RunsFolder(project: try source(on: host), host: host)
  }

  func batches(on host: Host) throws(ToolError) -> RunsFolder {
    .batches(of: try source(on: host), host: host)
  }

  private func source(on host: Host) throws(ToolError) -> FilePath {
    let source = FilePath(directory ?? ".")
    guard let status = try? host.files.statusFollowingLinks(source), status.kind == .folder else {
      throw .usage("\(source.string): no such folder")
    }
    return source
  }

  /// Does something with records; what cannot be read is a fault.
  static func attempt<Result>(_ body: () throws -> Result) throws(ToolError) -> Result {
    do { return try body() } catch let problem as RecordProblem {
      throw ToolError(problem.isUsage ? .usage : .fault, problem.description)
    } catch let error as ToolError { throw error } catch {
      throw ToolError(.fault, "\(error)")
    }
  }
}
