import TestSupport
import Testing

/// `.buildspecrc.yml` and the flags that come over it.
@Suite struct ConfigTests {
  private let text = "version: 0.1\nphases:\n  build:\n    commands:\n      - a\n      -\n"

  @Test func `the nearest config counts, as far as the root of the repository`() async throws {
    let folder = try TemporaryDirectory([
      ".buildspecrc.yml": "ignore: [BS204, BS103]\n",
      "a/b.yml": text, "a/.git/HEAD": "", "a/c/b.yml": text,
      "d/b.yml": text, "d/e/.buildspecrc.yml": "ignore: [BS103]\n", "d/e/b.yml": text,
    ])
    let outcome = try await codes(
      ["a/b.yml", "a/c/b.yml", "d/b.yml", "d/e/b.yml"], in: folder.path)
    #expect(
      outcome == [
        "a/b.yml BS103", "a/b.yml BS204", "a/c/b.yml BS103", "a/c/b.yml BS204", "d/e/b.yml BS204",
      ])
    #expect(try await codes(["../e/b.yml"], in: folder.file("d/e")) == ["../e/b.yml BS204"])
    #expect(try await codes(["b.yml"], in: folder.file("a/c")).count == 2)
    #expect(
      try await codes(["--no-config", "d/b.yml"], in: folder.path)
        == ["d/b.yml BS103", "d/b.yml BS204"])
    #expect(
      try await codes(["--config", "d/e/.buildspecrc.yml", "a/b.yml"], in: folder.path)
        == ["a/b.yml BS204"])
  }

  @Test func `rules are off in the files that a pattern names`() async throws {
    let folder = try TemporaryDirectory([
      ".buildspecrc.yml": """
      per-file-ignores:
        "old-*.yml": [BS103]
        "ci/**/*.yml": BS204
      """,
      "old-a.yml": text, "ci/x/old-b.yml": text, "ci/c.yml": text,
    ])
    let found = try await codes(["old-a.yml", "ci/x/old-b.yml", "ci/c.yml"], in: folder.path)
    #expect(found == ["old-a.yml BS204", "ci/c.yml BS103"])
  }

  @Test func `flags come over the config, and severities decide the status`() async throws {
    let folder = try TemporaryDirectory([
      ".buildspecrc.yml": "ignore: [BS204]\n", "b.yml": text,
    ])
    let select = ["--select", "BS204,empty-section", "--ignore", "BS118", "b.yml"]
    #expect(try await codes(select, in: folder.path) == ["b.yml BS204"])
    let raised = try await Tool.run(
      ["lint", "--severity", "BS103=error", "b.yml"], in: folder.path)
    #expect(raised.status == 1)
    let off = try await Tool.run(["lint", "--severity", "BS103=off", "b.yml"], in: folder.path)
    #expect(off.output == "" && off.status == 0)
    let input = try await Tool.run(
      ["lint", "-", "--format", "concise"], in: folder.path, input: text)
    #expect(input.output.split(separator: "\n").count == 1)
  }

  @Test func `mistakes in the config are printed once, and nothing is linted`() async throws {
    let folder = try TemporaryDirectory([
      ".buildspecrc.yml": "ignor: [BS204]\n", "a.yml": text, "b.yml": text,
    ])
    let outcome = try await Tool.run(
      ["lint", "--format", "concise", "a.yml", "b.yml"], in: folder.path)
    #expect(
      outcome.output
        == ".buildspecrc.yml:1:1: error[BC002 config-unknown-key]: `ignor` is not a key of this file\n"
    )
    #expect(outcome.status == 2)
  }

  @Test(arguments: [
    (["--select", "BS999"], "--select: no rule is called `BS999`: did you mean"),
    (["--severity", "BS204"], "--severity BS204: write RULE="),
    (["--severity", "BS204=bad"], "--severity BS204=bad: write RULE="),
    (["--config", "x", "--no-config"], "exclude each other"),
    (["--config", "nosuch.yml"], "nosuch.yml: no such file"),
  ])
  func `wrong use is one line`(_ arguments: [String], _ message: String) async throws {
    let folder = try TemporaryDirectory(["b.yml": text])
    let outcome = try await Tool.run(["lint"] + arguments + ["b.yml"], in: folder.path)
    #expect(outcome.status == 2)
    #expect(outcome.error.contains(message))
    #expect(outcome.error.split(separator: "\n").count == 1)
  }

  /// `path code` of each finding.
  private func codes(_ arguments: [String], in folder: String) async throws -> [String] {
    let outcome = try await Tool.run(["lint", "--format", "concise"] + arguments, in: folder)
    return outcome.output.split(separator: "\n").map { line in
      let path = line.prefix { $0 != ":" }
      let code = line.drop { $0 != "[" }.dropFirst().prefix { $0 != " " }
      return "\(path) \(code)"
    }
  }
}
