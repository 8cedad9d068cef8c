import TestSupport
import Testing

/// `cache ls`, `du` and `prune`, and the flags of `run` for the cache.
struct CacheCommandTests {
  private func project() throws -> TemporaryDirectory {
    let folder = try TemporaryDirectory([
      "buildspec.yml": """
      version: 0.2
      phases:
        build: {commands: ["ls deps || true; mkdir -p deps; head -c 1000 /dev/urandom > deps/a"]}
      cache: {key: $KEY, paths: [deps]}
      """
    ])
    folder.createFolder("tmp")
    return folder
  }

  private func run(_ folder: TemporaryDirectory, _ arguments: String...) async throws
    -> Tool.Outcome
  {
    try await Tool.runCleanly(arguments, in: folder)
  }

  /// Builds with each key; every archive was last used a day before the next.
  private func filled(_ keys: String...) async throws -> TemporaryDirectory {
    let folder = try project()
    for (age, key) in keys.reversed().enumerated() {
      #expect(try await run(folder, "run", "-q", "-e", "KEY=\(key)").status == 0)
      _ = try await Tool.run(
        "/bin/sh", ["-c", "touch -d '\(age) days ago' .buildspec/cache/*/\(key).tar.zst"],
        in: folder.path)
    }
    return folder
  }

  @Test func `archives are listed, the one used last first`() async throws {
    let folder = try await filled("one", "two", "three")
    let outcome = try await run(folder, "cache", "ls")
    let lines = outcome.output.split(separator: "\n").map { $0.split(separator: " ") }
    #expect(lines.compactMap(\.last) == ["KEY", "three", "two", "one"])
    let json = try await run(folder, "cache", "ls", "--format", "json")
    #expect(json.output.contains("\"key\": \"one\""))
    #expect(json.output.contains("\"schemaVersion\": 1"))
    let usage = try await run(folder, "cache", "du")
    #expect(usage.output.hasPrefix("3 archives, 3."))
  }

  @Test func `a restore makes an archive the one used last`() async throws {
    let folder = try await filled("one", "two")
    _ = try await run(folder, "run", "-q", "-e", "KEY=one")
    let outcome = try await run(folder, "cache", "ls")
    #expect(outcome.output.hasSuffix("two\n"))
  }

  @Test func `prune removes what is old, then what is too much`() async throws {
    let folder = try await filled("one", "two", "three")
    let dry = try await run(folder, "cache", "prune", "--older-than", "36h", "-n")
    // Random bytes are packed a little better or worse each time.
    #expect(dry.output.hasPrefix("would remove 1 archive, 1."), "\(dry.output)")
    let old = try await run(folder, "cache", "prune", "--older-than", "36h")
    #expect(old.output.hasPrefix("removed 1 archive"))
    let size = try await run(folder, "cache", "prune", "--max-size", "2kB")
    #expect(size.output.hasPrefix("removed 1 archive"))
    #expect(try await run(folder, "cache", "ls").output.hasSuffix("three\n"))
    #expect(try await run(folder, "cache", "prune", "--all").output.hasPrefix("removed 1 archive"))
    #expect(try await run(folder, "cache", "du").output == "0 archives, 0 B\n")
  }

  @Test func `prune wants to be told what, and a folder that is there`() async throws {
    let folder = try project()
    let bare = try await run(folder, "cache", "prune")
    #expect(bare.status == 2)
    #expect(bare.error.contains("--older-than, --max-size or --all"))
    let absent = try await run(folder, "cache", "ls", "-C", "none")
    #expect(absent.status == 2)
    #expect(absent.error == "buildspec: error: none: no such folder\n")
    #expect(try await run(folder, "cache", "du").output == "0 archives, 0 B\n")
  }

  @Test func `what a killed build left is removed after a day`() async throws {
    let folder = try await filled("one")
    try folder.write("x", to: ".buildspec/cache/tmp-new")
    try folder.write("x", to: ".buildspec/cache/tmp-old")
    _ = try await Tool.run(
      "/bin/sh", ["-c", "touch -d '2 days ago' .buildspec/cache/tmp-old"], in: folder.path)
    _ = try await run(folder, "cache", "prune", "--max-size", "1GB")
    #expect(folder.names(".buildspec/cache").contains("tmp-new"))
    #expect(!folder.names(".buildspec/cache").contains("tmp-old"))
  }

  @Test func `--no-cache uses none, and --cache another`() async throws {
    let folder = try project()
    let none = try await run(folder, "run", "--no-record", "--no-cache", "-e", "KEY=k")
    #expect(!none.output.contains("cache"))
    #expect(!folder.files(".buildspec").contains { $0.hasPrefix("cache") })
    _ = try await run(folder, "run", "--cache", "kept", "-e", "KEY=k")
    let found = try await run(folder, "run", "--cache", "kept", "-e", "KEY=k")
    #expect(found.output.contains("Restored the cache with the key k"))
    #expect(!folder.files(".buildspec").contains { $0.hasPrefix("cache") })
    #expect(try await run(folder, "cache", "ls", "--cache", "kept").output.hasSuffix(" k\n"))
  }

  @Test func `git passes the folder over`() async throws {
    let folder = try project()
    let git = "git init -q && git -c user.name=a -c user.email=a@b commit -q --allow-empty -m a"
    _ = try await Tool.run("/bin/sh", ["-c", git], in: folder.path)
    _ = try await run(folder, "run", "-q", "-e", "KEY=k")
    let status = try await Tool.run(
      "/usr/bin/env", ["git", "status", "--short"], in: folder.path)
    #expect(status.output == "?? buildspec.yml\n")
  }
}
