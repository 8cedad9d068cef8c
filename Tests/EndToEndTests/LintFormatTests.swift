import TestSupport
import Testing

@Suite struct LintFormatTests {
  private let bad = "version: 0.2\nphases:\n  biuld:\n    commands:\n      - make\n"

  @Test func `several formats come from one run`() async throws {
    let folder = try TemporaryDirectory(["a.yml": bad])
    for options in [["--format", "concise"], ["--format=concise"]] {
      for last in [[], ["--color", "never"]] {
        let outcome = try await Tool.run(
          ["lint"] + options + ["--format", "sarif=out.sarif", "--format=junit=j=1.xml", "a.yml"]
            + last,
          in: folder.path)
        #expect(outcome.output == "a.yml:3:3: error[BS107 unknown-phase]: `biuld` is not a phase\n")
        #expect(outcome.error == "")
        #expect(outcome.status == 1)
        #expect(try folder.read("out.sarif").contains("\"ruleId\": \"BS107\""))
        #expect(try folder.read("j=1.xml").contains("<testsuites"))
      }
    }
  }

  @Test func `formats in files leave standard output empty`() async throws {
    let folder = try TemporaryDirectory(["a.yml": bad])
    let outcome = try await Tool.run(
      ["lint", "--format", "json=out.json", "a.yml"], in: folder.path)
    #expect(outcome.output == "")
    #expect(outcome.error == "\n1 error in 1 file\n")
  }

  @Test(arguments: [
    (["--format", "text", "--format", "json"], "only one --format can go to standard output"),
    (["--format", "xml"], "xml"),
    (["--format", "json="], "json="),
    (["--format"], "--format"),
    (["--format", "json=a", "--format", "text=a"], "two formats cannot be written to one file"),
    (["--format", "json=no/such/folder"], "no such directory"),
    (["--format", "github", "--statistics"], "--statistics"),
  ])
  func `what cannot be is said`(_ options: [String], _ words: String) async throws {
    let folder = try TemporaryDirectory(["a.yml": bad])
    let outcome = try await Tool.run(["lint", "a.yml"] + options, in: folder.path)
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    #expect(outcome.error.contains(words))
    #expect(outcome.error.split(separator: "\n").count == 1)
  }

  @Test func `findings are counted by rule`() async throws {
    let more = bad.replacing("biuld", with: "deploy").replacing("0.2", with: "0.1")
    let folder = try TemporaryDirectory(["a.yml": bad, "b.yml": more])
    let text = try await Tool.run(["lint", "--statistics", "a.yml", "b.yml"], in: folder.path)
    #expect(
      text.output == """
        2  BS107  unknown-phase  error
        1  BS103  version-0.1    warning

        """)
    #expect(text.status == 1)
    let json = try await Tool.run(
      ["lint", "--statistics", "--format", "json", "a.yml"], in: folder.path)
    #expect(json.output.contains("\"code\": \"BS107\""))
    #expect(json.output.contains("\"count\": 1"))
  }
}
