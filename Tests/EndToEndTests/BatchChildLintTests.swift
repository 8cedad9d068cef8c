import TestSupport
import Testing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// `lint` of a batch looks at the buildspecs of its builds.
@Suite struct BatchChildLintTests {
  private let broken = "version: 0.2\nphases:\n  build:\n    commands:\n      - echo a: b\n"
  private let nested =
    "version: 0.2\nbatch:\n  build-list:\n    - identifier: a\n"
    + "phases:\n  build:\n    commands:\n      - make\n"

  private func batch(_ paths: String...) -> String {
    let builds = paths.enumerated().map { index, path in
      "    - identifier: b\(index)\n      buildspec: \(path)\n"
    }
    return "version: 0.2\nbatch:\n  build-list:\n" + builds.joined()
  }

  private func lint(_ folder: TemporaryDirectory, _ arguments: String...) async throws
    -> Tool.Outcome
  {
    try await Tool.run(["lint", "--format", "concise"] + arguments, in: folder.path)
  }

  @Test func `paths are those of the root of the source`() async throws {
    let folder = try TemporaryDirectory([
      ".git/HEAD": "ref: refs/heads/main\n", "ci/all.yml": batch("ci/broken.yml", "ci/nested.yml"),
      "ci/broken.yml": broken, "ci/nested.yml": nested,
    ])
    let outcome = try await lint(folder, "ci/all.yml")
    #expect(outcome.status == 1)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 2, "\(outcome.output)")
    #expect(
      lines.first?.hasPrefix(
        "ci/all.yml:5:18: error[BS722 child-invalid]: this buildspec cannot be run: ci/broken.yml:5:"
      )
        == true)
    #expect(
      lines.last?.contains(
        "info[BS720 nested-batch]: the `batch` of this buildspec (ci/nested.yml:2:1)") == true)
  }

  @Test func `a file that names itself is read as any batch`() async throws {
    let text = batch("a.yml") + "phases:\n  build:\n    commands:\n      - make\n"
    let folder = try TemporaryDirectory(["a.yml": text])
    #expect(try await lint(folder, "a.yml").output == "")
    #expect(try await lint(folder, "\(folder.path)/a.yml").output == "")
  }

  @Test func `nothing outside of the source is read, and no pipe`() async throws {
    let outside = try TemporaryDirectory(["broken.yml": broken])
    let folder = try TemporaryDirectory([
      "in/a.yml": batch("../broken.yml", "link.yml", "pipe.yml", "inner.yml", "folder"),
      "broken.yml": broken, "in/folder/x": "",
    ])
    #expect(symlink("\(outside.path)/broken.yml", "\(folder.path)/in/link.yml") == 0)
    #expect(symlink("folder/../../in/b.yml", "\(folder.path)/in/inner.yml") == 0)
    try TestFiles.write(broken, to: "\(folder.path)/in/b.yml")
    #expect(mkfifo("\(folder.path)/in/pipe.yml", 0o600) == 0)
    let outcome = try await lint(folder, "in/a.yml", "--select", "BS722")
    // Only the link that stays inside.
    #expect(outcome.output.split(separator: "\n").count == 1)
    #expect(outcome.output.contains("inner.yml:5:"))
  }

  @Test func `standard input has no source around it`() async throws {
    let folder = try TemporaryDirectory(["broken.yml": broken])
    let outcome = try await Tool.run(
      ["lint", "-", "--stdin-filename", "a.yml"], in: folder.path, input: batch("broken.yml"))
    #expect(outcome.output == "")
  }

  @Test func `a batch tells of a broken buildspec once`() async throws {
    let folder = try TemporaryDirectory([
      "buildspec.yml": batch("broken.yml"), "broken.yml": broken,
    ])
    let outcome = try await Tool.run(["batch"], in: folder.path)
    #expect(outcome.status == 1)
    #expect(!outcome.error.contains("BS722"))
    #expect(outcome.error.split(separator: "BS202").count == 2, "\(outcome.error)")
  }
}
