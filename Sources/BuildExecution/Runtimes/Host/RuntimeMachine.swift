import SystemPackage

/// What finders may ask of this machine.
struct RuntimeMachine: Sendable {
  /// Milliseconds that a program may take to print its version.
  private static let patience: Int64 = 60_000

  let host: Host
  /// Where the folders of the system are; `/` but in tests.
  let root: FilePath
  /// Of the commands.
  let environment: [String: String]
  /// Where the commands begin; version managers look there for what the project wants.
  let folder: FilePath
  let isStopped: @Sendable () -> Bool

  /// A folder of the system.
  func system(_ path: FilePath) -> FilePath {
    FilePath(root: root.root, root.components).appending(path.components)
  }

  /// A folder below the home of the user; `nil` without a home.
  func home(_ path: FilePath) -> FilePath? { root(of: "HOME", path) }

  /// A folder below the one that a variable names; `nil` without the variable.
  func root(of variable: String, _ path: FilePath) -> FilePath? {
    guard let named = environment[variable], named.hasPrefix("/") else { return nil }
    return FilePath(named).appending(path.components)
  }

  /// Names in a folder; none when there is no such folder.
  func names(in folder: FilePath?) -> [String] {
    guard let folder, let real = try? host.files.resolve(folder) else { return [] }
    return ((try? host.files.list(real)) ?? []).map(\.name.string)
  }

  func isProgram(_ path: FilePath) -> Bool {
    guard let status = try? host.files.statusFollowingLinks(path) else { return false }
    return status.kind == .file && status.mode & 0o111 != 0
  }

  /// The program that commands get by this name.
  func find(_ name: String) -> FilePath? {
    search.find(name)
  }

  /// Programs on `PATH` whose names begin like this, with the rest of each name; of equal ones the
  /// first.
  func programs(named prefix: String) -> [(rest: String, path: FilePath)] {
    var found: [(rest: String, path: FilePath)] = []
    for folder in search.folders {
      for name in names(in: folder) where name.hasPrefix(prefix) {
        let rest = String(name.dropFirst(prefix.count))
        let path = folder.appending(name)
        if !found.contains(where: { $0.rest == rest }), isProgram(path) {
          found.append((rest, path))
        }
      }
    }
    return found
  }

  /// Versions with a folder each, as version managers keep them.
  /// - Parameter prefix: begins the names of folders that are the runtime itself, not another one of
  ///   its kind, such as `pypy3.9-7.3.11`.
  func versions(
    in base: FilePath?, prefix: String = "", bin: FilePath = "bin", program: String
  ) -> [InstalledRuntime] {
    guard let base else { return [] }
    return names(in: base).compactMap { name in
      guard let version = VersionText.whole(of: name, prefix: prefix) else { return nil }
      let folder = base.appending(name).appending(bin.components)
      let path = folder.appending(program)
      guard isProgram(path) else { return nil }
      return InstalledRuntime(version: version, program: path, folder: folder)
    }
  }

  /// The text of a small file; `nil` when there is none.
  func text(of path: FilePath) -> String? {
    (try? host.files.read(path, from: 0, count: 1 << 16)).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// The version that a program prints; `nil` when it prints none.
  func version(of program: FilePath, _ arguments: [String]) async throws -> String? {
    let end = Timestamp(microseconds: host.clock.now().microseconds + Self.patience * 1_000)
    let (clock, isStopped) = (host.clock, isStopped)
    let run = ProgramRun(host: host, isStopped: { isStopped() || clock.now() > end })
    let request = ProcessRequest(
      program: program.string, arguments: arguments, environment: environment, folder: folder)
    do {
      let output = try await run.run(request)
      guard output.isSuccess else { return nil }
      return VersionText.first(in: String(decoding: output.bytes, as: UTF8.self))
    } catch is BuildStopped where !isStopped() {
      return nil
    } catch is FileProblem {
      return nil
    }
  }

  private var search: ProgramSearch {
    var host = host
    host.environment = environment
    return ProgramSearch(host: host)
  }
}
