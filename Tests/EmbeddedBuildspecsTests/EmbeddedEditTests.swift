import Diagnostics
import EmbeddedBuildspecs
import TestSupport
import Testing

/// A change of the text, made in the file, gives the changed text again.
@Suite struct EmbeddedEditTests {
  private static let head =
    "Resources:\n  P:\n    Type: AWS::CodeBuild::Project\n    Properties:\n      Source:\n"
  private static let project = "resource \"aws_codebuild_project\" \"p\" {\n  source {\n"

  private static let files = [
    SourceText(
      path: "a.yml",
      text: head
        + "        BuildSpec: |\n          a: 1\n\n          b:\n            - c\n        Type: S3\n"
    ),
    SourceText(
      path: "a.yml",
      text: (head + "        BuildSpec: !Sub |\n           a: ${X}\n           b: ${!Y}\n  Q: 1\n")
        .replacing("\n", with: "\r\n")),
    SourceText(path: "a.yml", text: head + "        BuildSpec: \"a: \\\"1\\\"\\nb: é\\\\\\n\"\n"),
    SourceText(path: "a.yml", text: head + "        BuildSpec: !Sub 'a: ''1'' ${X}: ${!Y}'\n"),
    SourceText(
      path: "a.json",
      text: #"{"Resources": {"P": {"Type": "AWS::CodeBuild::Project", "Properties": {"Source": {"#
        + #""BuildSpec": {"Fn::Sub": "{\n  \"a\": \"${X}\"\n}"}}}}}}"#),
    SourceText(
      path: "a.tf",
      text: project
        + "    buildspec = <<-EOF\n      a: ${x.y}\n\n        b: $${Z}\n    EOF\n  }\n}\n"),
    SourceText(path: "a.tf", text: project + "    buildspec = <<EOF\na: 1\n  b: 2\nEOF\n  }\n}\n"),
    SourceText(path: "a.tf", text: project + "    buildspec = \"a: \\t${x} $${y}\\n\"\n  }\n}\n"),
  ]

  private static let pieces = [
    "", "x", "  y: 2\n", "\n", "z\n", "q\n  r\n", "\"'\\", "${W} %{V}", "é", "xxxX", "xxxx_y",
  ]

  @Test(arguments: files.indices)
  func `a change of the text is the same change of the file`(_ index: Int) throws {
    let file = Self.files[index]
    let buildspec = try #require(Template(file)?.buildspecs.first)
    var random = SeededRandom(seed: UInt64(index))
    var made = 0
    for _ in 0..<2_000 {
      let edit = Self.edit(of: buildspec, &random)
      guard let edits = buildspec.edits([edit]) else { continue }
      // The text as it would be, with what takes the place of placeholders written as such.
      let wanted = text(buildspec.source.replacing([edit]))
      let changed = file.replacing(edits)
      guard let new = Template(changed)?.buildspecs.first else {
        // What is left may be a path, or lines that are no longer a block of YAML.
        continue
      }
      made += 1
      #expect(Self.sameLines(text(new.source), wanted), "\(edit)\n\(text(changed))")
    }
    #expect(made > 500)
  }

  @Test func `a fold is not changed, and a quote takes no line`() throws {
    let folded = SourceText(
      path: "a.yml", text: Self.head + "        BuildSpec: >\n          a: 1\n")
    let edit = TextEdit(range: SourceRange(at: 0), replacement: "b: 2\n")
    #expect(try #require(Template(folded)?.buildspecs.first).edits([edit]) == nil)
    #expect(try #require(Template(Self.files[3])?.buildspecs.first).edits([edit]) == nil)
  }

  @Test func `a word that may be a placeholder is not written`() throws {
    let file = SourceText(
      path: "a.yml", text: Self.head + "        BuildSpec: !Sub |\n          a: ${X} xxxX\n")
    let buildspec = try #require(Template(file)?.buildspecs.first)
    let edit = TextEdit(range: SourceRange(start: 3, end: 12), replacement: "'xxxX xxxX'")
    #expect(buildspec.edits([edit]) == nil)
  }

  private static func edit(
    of buildspec: EmbeddedBuildspec, _ random: inout SeededRandom
  ) -> TextEdit {
    let bytes = buildspec.source.bytes
    // Between characters and outside of placeholders.
    let places = (0...bytes.count).filter { offset in
      (offset == bytes.count || bytes[offset] & 0xC0 != 0x80)
        && !buildspec.placeholders.contains {
          $0.range.start < offset && offset < $0.range.end
        }
    }
    let first = places.randomElement(using: &random) ?? 0
    let second = Bool.random(using: &random) ? first : places.randomElement(using: &random) ?? 0
    let text = (0..<2).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    return TextEdit(
      range: SourceRange(start: min(first, second), end: max(first, second)), replacement: text)
  }

  /// A block ends with one line break whatever is written, and knows no blanks before an empty line.
  private static func sameLines(_ left: String, _ right: String) -> Bool {
    func lines(_ text: String) -> [Substring] {
      var lines = text.replacing("\r\n", with: "\n")
        .split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.allSatisfy { $0 == " " } ? "" : $0 }
      while lines.last == "" { lines.removeLast() }
      return lines
    }
    return lines(left) == lines(right)
  }

  private func text(_ source: SourceText) -> String {
    String(decoding: source.bytes, as: UTF8.self)
  }
}
