import BuildExecution
import TestSupport
import Testing

/// The text that a shell runs for some test files.
struct TestCommandTests {
  private func script(_ command: String, _ files: String...) -> String {
    String(decoding: TestCommand(command).script(files.map { Array($0.utf8) }), as: UTF8.self)
  }

  @Test func `plain names are appended as they are, others in quotes`() {
    #expect(script("npx jest", "a/b.js", "c-1_2.test.ts") == "npx jest a/b.js c-1_2.test.ts")
    #expect(script("t", "a b", "it's", "$(x)", "~") == #"t 'a b' 'it'\''s' '$(x)' '~'"#)
    #expect(script("t", "-x") == "t ./-x")
  }

  @Test func `a command that names the files gets no others`() {
    let command = #"mvn test -Dtest="$CODEBUILD_CURRENT_SHARD_FILES""#
    #expect(script(command, "a", "b") == command)
  }

  @Test func `line breaks at the end of the command do not part it from its files`() {
    #expect(script("a\n  b\n\n", "f") == "a\n  b f")
    #expect(script("a \\\n", "f") == "a \\\n f")
  }

  @Test func `a shell reads back every name`() async throws {
    var random = SeededRandom(seed: 7)
    let folder = try TemporaryDirectory()
    let alphabet = Array(" \t\n'\"\\$`!*?[]{}()<>|&;#~=%^-ab/é\u{7F}")
    let names = (0..<200).map { _ in
      String((0..<6).map { _ in random.pick(alphabet) })
    }.filter { !$0.hasPrefix("-") }
    let script = TestCommand("printf '<%s>'").script(names.map { Array($0.utf8) })
    let outcome = try await Tool.run(
      "/bin/sh", ["-c", String(decoding: script, as: UTF8.self)], in: folder.path)
    #expect(outcome.output == names.map { "<\($0)>" }.joined())
  }
}
