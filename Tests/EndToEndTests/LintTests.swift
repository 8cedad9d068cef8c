import TestSupport
import Testing

@Suite struct LintTests {
  private let good = "version: 0.2\nphases:\n  build:\n    commands:\n      - make\n"
  private let bad = "version: 0.2\nphases:\n  biuld:\n    commands:\n      - make\n"

  @Test func `a folder is searched by name and content, and gitignore is honoured`() async throws {
    let folder = try TemporaryDirectory([
      "buildspec.yml": good, "buildspec-deploy.yaml": good, "ci/buildspecs/test.yml": good,
      "ci/other.yml": good, "ci/compose.yml": "services:\n  a: 1\n",
      "node_modules/x/buildspec.yml": bad, ".gitignore": "/out/\n*.tmp.yml\n!keep.tmp.yml\n",
      "out/buildspec.yml": bad, "a.tmp.yml": bad, "keep.tmp.yml": bad,
      "sub/out/buildspec.yml": good,
    ])
    let outcome = try await Tool.run(["lint", "--format", "concise"], in: folder.path)
    #expect(outcome.output.hasPrefix("keep.tmp.yml:3:3: error[BS107 unknown-phase]: "))
    #expect(outcome.output.split(separator: "\n").count == 1)
    #expect(outcome.status == 1)
  }

  @Test func `standard input is read under a name`() async throws {
    let folder = try TemporaryDirectory()
    let outcome = try await Tool.run(
      ["lint", "-", "--stdin-filename", "ci/b.yml", "--format", "concise"], in: folder.path,
      input: bad)
    #expect(outcome.output == "ci/b.yml:3:3: error[BS107 unknown-phase]: `biuld` is not a phase\n")
    #expect(outcome.status == 1)
  }

  @Test func `the threshold decides the status`() async throws {
    let folder = try TemporaryDirectory(["a.yml": good.replacing("0.2", with: "0.1")])
    for (threshold, status) in [("error", 0), ("warning", 1), ("info", 1), ("never", 0)] {
      let outcome = try await Tool.run(["lint", "--fail-on", threshold, "a.yml"], in: folder.path)
      #expect(outcome.status == Int32(status))
    }
  }

  @Test func `colors are written when they are asked for, and only then`() async throws {
    let folder = try TemporaryDirectory(["a.yml": bad])
    let plain = try await Tool.run(["lint", "a.yml"], in: folder.path)
    #expect(!plain.output.contains("\u{1B}"))
    let forced = try await Tool.run(
      ["lint", "a.yml"], in: folder.path, environment: ["CLICOLOR_FORCE": "1"])
    #expect(forced.output.contains("\u{1B}[1;31m"))
    let refused = try await Tool.run(
      ["lint", "a.yml"], in: folder.path, environment: ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"])
    #expect(refused.output == plain.output)
  }

  @Test func `many files give the same findings in the same order as one by one`() async throws {
    let names = (100..<180).map { "b\($0).yml" }
    let folder = try TemporaryDirectory(Dictionary(uniqueKeysWithValues: names.map { ($0, bad) }))
    let all = try await Tool.run(["lint", "--format", "concise"] + names, in: folder.path)
    let expected = names.map { "\($0):3:3: error[BS107 unknown-phase]: `biuld` is not a phase\n" }
    #expect(all.output == expected.joined())
  }

  @Test func `a closed pipe is no error`() async throws {
    let folder = try TemporaryDirectory(["a.yml": bad])
    let outcome = try await Tool.run(
      "/bin/sh", ["-c", "'\(Tool.path)' lint a.yml | true; '\(Tool.path)' rules | head -n 1"],
      in: folder.path)
    #expect(outcome.output.split(separator: "\n").count == 1)
    #expect(!outcome.error.contains("Broken pipe"))
  }
}
