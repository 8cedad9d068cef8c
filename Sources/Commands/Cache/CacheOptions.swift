import ArgumentParser
import BuildExecution
import SystemPackage

/// Which cache is meant.
struct CacheOptions: ParsableArguments {
  @Option(
    name: [.customShort("C"), .long], help: "The source folder. (default: the current folder)",
    completion: .directory)
  var directory: String?

  @Option(
    help: "The folder of the cache. (default: .buildspec/cache in the source folder)",
    completion: .directory)
  var cache: String?

  func folder(on host: Host) throws(ToolError) -> CacheFolder {
    if let cache, cache.hasPrefix("s3:") {
      throw .usage("--cache \(cache): a cache in S3 is kept in order by its lifecycle rules")
    }
    let source = FilePath(directory ?? ".")
    let path = cache.map { FilePath($0) } ?? source.pushing(CacheFolder.path)
    let named = cache == nil ? source : path
    guard let status = try? host.files.statusFollowingLinks(named), status.kind == .folder else {
      throw .usage("\(named.string): no such folder")
    }
    return CacheFolder(path, host: host)
  }

  /// Does something with the files; what the system refuses is a fault.
  static func attempt<Result>(_ body: () throws -> Result) throws(ToolError) -> Result {
    do { return try body() } catch let error as ToolError { throw error } catch {
      throw ToolError(.fault, "\(error)")
    }
  }
}
