import TestSupport

/// A project whose runs are recorded.
struct RecordProject {
  let folder: TemporaryDirectory
  /// Where builds keep their folders; not a part of the source, which other runs copy.
  let temporary: TemporaryDirectory

  /// - Parameter commands: of the phase build.
  init(_ commands: String..., more: String = "") throws {
    let items = commands.map { command in
      let lines = command.split(separator: "\n", omittingEmptySubsequences: false)
      return "      - |-\n" + lines.map { "        \($0)\n" }.joined()
    }
    folder = try TemporaryDirectory([
      "buildspec.yml": "version: 0.2\nphases:\n  build:\n    commands:\n\(items.joined())\(more)"
    ])
    temporary = try TemporaryDirectory()
  }

  func tool(_ arguments: String..., environment: [String: String] = [:]) async throws
    -> Tool.Outcome
  {
    let own = ["TMPDIR": temporary.path].merging(environment) { _, given in given }
    return try await Tool.run(arguments, in: folder.path, environment: own)
  }

  func shell(_ script: String) async throws -> Tool.Outcome {
    try await Tool.run(
      "/bin/sh", ["-c", script], in: folder.path, environment: ["TMPDIR": temporary.path])
  }

  /// Ids of all records, the oldest first.
  var ids: [String] { folder.names(".buildspec/runs").filter { $0 != ".gitignore" } }

  /// The text of a file of the latest record; empty when there is none.
  func text(_ name: String) -> String {
    folder.text(".buildspec/runs/\(ids.last ?? "")/\(name)") ?? ""
  }
}
