import BuildspecLint
import Diagnostics
import TestSupport
import Testing

@Suite struct ShellCheckPolicyTests {
  @Test func `the page shows the table`() throws {
    let page = String(
      decoding: try TestFiles.read(Snapshot.path("../docs/shellcheck.md")), as: UTF8.self)
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| SC") }
    #expect(
      rows.map(String.init)
        == ShellCheckPolicy.table.map { entry in
          let first = ShellCheckCode.identity(entry.codes.lowerBound).code
          let last = ShellCheckCode.identity(entry.codes.upperBound).code
          let codes = first == last ? first : "\(first) to \(last)"
          return "| \(codes) | \(Self.words(entry.treatment)) | \(entry.reason) |"
        })
  }

  private static func words(_ treatment: ShellCheckPolicy.Treatment) -> String {
    switch treatment {
    case .dropped: "never reported"
    case .unsetVariables: "only for variables that nothing sets"
    case .beforeTheEnd: "not at the end of a command"
    case .unlessSaidOfCommand(let codes):
      "not beside \(codes.joined(separator: ", ")) in one command"
    case .unlessSaidOfFile(let codes): "not beside \(codes.joined(separator: ", ")) in one file"
    }
  }

  @Test func `codes are told from other words`() {
    #expect(ShellCheckCode.rule("sc2086")?.code == "SC2086")
    for text in ["SC", "SC208", "SC20866", "SCRIPT", "SC20a6", "2086"] {
      #expect(ShellCheckCode.rule(text) == nil)
    }
    for text in ["SC", "sc20", "shellcheck"] { #expect(RuleSelector(text) != nil) }
    for text in ["SCRIPT", "SC20866", "S"] { #expect(RuleSelector(text) == nil) }
  }

  @Test func `codes that are never reported are not asked for`() {
    #expect(ShellCheckPolicy.excludedCodes.contains("SC2148"))
    #expect(ShellCheckPolicy.excludedCodes.contains("SC1091"))
    #expect(ShellCheckPolicy.reasonToDrop("SC2034") != nil)
    #expect(ShellCheckPolicy.reasonToDrop("SC2086") == nil)
  }
}
