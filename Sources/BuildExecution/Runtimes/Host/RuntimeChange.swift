import SystemPackage

/// What the environment of a build needs for its runtimes.
struct RuntimeChange {
  private var folders: [FilePath] = []
  private var aliases: [String: FilePath] = [:]
  private var variables: [String: String] = [:]

  mutating func add(_ runtime: InstalledRuntime) {
    if let folder = runtime.folder { folders.append(folder) }
    aliases.merge(runtime.aliases) { _, new in new }
    variables.merge(runtime.variables) { _, new in new }
  }

  /// The script that makes the change; `nil` when there is none to make.
  /// - Parameter folder: for programs under other names, each a script that starts the real one,
  ///   since some look around from the path that they are called by.
  func script(path: String?, aliases folder: FilePath, files: any Files) throws -> String? {
    var variables = variables
    var first = folders
    if !aliases.isEmpty {
      try files.createFolder(folder, mode: 0o755)
      for (name, program) in aliases {
        let text = "#!/bin/sh\nexec \(ShellQuoting.quoted(program.string)) \"$@\"\n"
        try files.write(Array(text.utf8), to: folder.appending(name), mode: 0o755)
      }
      first.insert(folder, at: 0)
    }
    if !first.isEmpty {
      let rest = path.map { [$0] } ?? []
      variables["PATH"] = (first.map(\.string) + rest).joined(separator: ":")
    }
    guard !variables.isEmpty else { return nil }
    return variables.sorted { $0.key < $1.key }
      .map { "\($0.key)=\(ShellQuoting.quoted($0.value))" }.joined(separator: "\n")
  }
}
