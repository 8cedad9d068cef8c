import TestSupport
import Testing

/// Wrong use gives one line that helps, and the exit status of the contract.
@Suite struct BadInputTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var arguments: [String]
    var message: String
    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let cases = [
    Case(arguments: ["lint", "nosuch.yml"], message: "nosuch.yml: no such file"),
    Case(arguments: ["run", "nosuch.yml"], message: "nosuch.yml: no such file"),
    Case(arguments: ["plan", "nosuch.yml"], message: "nosuch.yml: no such file"),
    Case(arguments: ["run", "folder"], message: "folder: is a directory"),
    Case(arguments: ["plan", "folder"], message: "folder: is a directory"),
    Case(arguments: ["lint", "folder"], message: "folder: no buildspec found in this folder"),
    Case(arguments: ["lint", "--nosuch"], message: "Unknown option '--nosuch'"),
    Case(arguments: ["run", "--nosuch"], message: "Unknown option '--nosuch'"),
    Case(arguments: ["lint", "--format", "xml"], message: "The value 'xml' is invalid"),
    Case(arguments: ["nosuch"], message: "Unexpected argument 'nosuch'"),
    Case(arguments: ["run", "-e", "=x", "ok.yml"], message: "--env: the name before '=' is empty"),
    Case(arguments: ["run", "-e", "UNSET_HERE", "ok.yml"], message: "UNSET_HERE is not set"),
    Case(arguments: ["run", "--timeout", "soon", "ok.yml"], message: "soon"),
    Case(arguments: ["explain", "BS999"], message: "no rule is called `BS999`"),
  ]

  @Test(arguments: cases)
  func `one line and status 2`(_ wrong: Case) async throws {
    let folder = try TemporaryDirectory([
      "ok.yml": "version: 0.2\nphases:\n  build:\n    commands:\n      - echo ok\n",
      "folder/readme.txt": "nothing\n",
    ])
    let outcome = try await Tool.run(wrong.arguments, in: folder.path)
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    #expect(outcome.error.hasPrefix("buildspec: error: "))
    #expect(outcome.error.contains(wrong.message))
    #expect(outcome.error.split(separator: "\n").count == 1)
  }

  @Test func `a file that is no buildspec is explained and fails`() async throws {
    let folder = try TemporaryDirectory(["notes.yml": "just some text\n"])
    for verb in ["lint", "run", "plan"] {
      let outcome = try await Tool.run([verb, "notes.yml"], in: folder.path)
      #expect(outcome.status == 1)
      #expect((outcome.output + outcome.error).contains("BS012 root-not-mapping"))
    }
  }

  @Test func `lint without a buildspec in the current folder is a notice`() async throws {
    let folder = try TemporaryDirectory()
    let outcome = try await Tool.run(["lint"], in: folder.path)
    #expect(outcome.status == 0)
    #expect(outcome.error == "buildspec: notice: no buildspec found in this folder\n")
  }
}
