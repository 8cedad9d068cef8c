import TestSupport

/// A project whose builds share a cache in its own folder.
enum CacheBuild {
  /// - Parameters:
  ///   - cache: the lines of the `cache` section.
  ///   - commands: of the phase build.
  static func make(
    _ cache: String, _ commands: String..., more: String = "", files: [String: String] = [:]
  ) throws -> TestBuild {
    let items = commands.map { "      - |\n        \($0)\n" }.joined()
    let section = cache.split(separator: "\n").map { "  \($0)\n" }.joined()
    var build = try TestBuild(
      "version: 0.2\nphases:\n  build:\n    commands:\n\(items)\(more)cache:\n\(section)",
      files: files)
    build.cache = build.folder.file("project/.buildspec/cache")
    return build
  }

  /// The archives, as `version/file`.
  static func archives(_ build: TestBuild) -> [String] {
    build.folder.files("project/.buildspec/cache").filter { $0 != ".gitignore" }
  }

  /// Runs a script in the folder of the test.
  static func shell(_ build: TestBuild, _ script: String) async throws -> Tool.Outcome {
    try await Tool.run("/bin/sh", ["-c", script], in: build.folder.path)
  }
}

extension TestBuild {
  /// The same project with another cache section or other commands.
  func changed(_ text: String, to other: String) -> TestBuild {
    TestBuild(self, buildspec: buildspec.replacing(text, with: other))
  }
}
