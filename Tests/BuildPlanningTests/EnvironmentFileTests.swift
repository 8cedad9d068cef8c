import Testing

@testable import BuildPlanning

struct EnvironmentFileTests {
  private func parse(_ text: String) throws -> [String] {
    try EnvironmentFile.parse(text, path: "vars.env").map { "\($0.name)=\($0.value)" }
  }

  @Test func `reads lines, comments, export and quotes`() throws {
    let text = """
      # comment

      A=1
        B = x
      export C=3
      D='single $X "q"'
      E="double # not a comment"
      F=a=b
      G=
      """
    #expect(
      throws: EnvironmentFile.Problem(
        path: "vars.env", line: 4, message: "the name before '=' holds a space")
    ) { try parse(text) }
    #expect(
      try parse(text.replacing("  B = x\n", with: "\r\n")) == [
        "A=1", "C=3", "D=single $X \"q\"", "E=double # not a comment", "F=a=b", "G=",
      ])
  }

  @Test func `a variable may be named export`() throws {
    #expect(try parse("export=1") == ["export=1"])
  }

  @Test(arguments: [
    ("A", "expected KEY=VALUE"), ("=1", "the name before '=' is empty"),
    ("A='x", "the value begins with ' but does not end with it"),
    ("A=\"x\" y", "text after the closing \""),
  ])
  func `a bad line is named with its number`(line: String, message: String) {
    #expect(throws: EnvironmentFile.Problem(path: "vars.env", line: 2, message: message)) {
      try parse("OK=1\n\(line)\n")
    }
  }

  @Test func `each variable knows its line`() throws {
    let variables = try EnvironmentFile.parse("\n\nA=1", path: "f")
    #expect(variables.first?.origin == .environmentFile(path: "f", line: 3))
  }
}
