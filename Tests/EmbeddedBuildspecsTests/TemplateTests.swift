import Diagnostics
import EmbeddedBuildspecs
import TestSupport
import Testing

/// What is taken out of a template, and where it stands there.
@Suite struct TemplateTests {
  private static let spec = "version: 0.2\nphases: {}\n"

  @Test(arguments: [
    ("BuildSpec: |\n          version: 0.2\n          phases: {}\n", spec),
    ("BuildSpec: |-\n            version: 0.2\n            phases: {}\n", String(spec.dropLast())),
    ("BuildSpec: |2\n          version: 0.2\n          phases: {}\n", spec),
    ("BuildSpec: >\n          version: 0.2\n\n          phases: {}\n", spec),
    ("BuildSpec: \"version: 0.2\\nphases: {}\\n\"\n", spec),
    ("BuildSpec: 'version: 0.2\n\n          phases: {}\n\n          '\n", spec),
    ("BuildSpec: \"{\\\"version\\\": 0.2}\"\n", "{\"version\": 0.2}"),
    ("BuildSpec: !Sub |\n          version: 0.2\n          phases: {}\n", spec),
    ("BuildSpec: !Sub \"version: 0.2\\nphases: {}\\n\"\n", spec),
    ("BuildSpec:\n          Fn::Sub: |\n            version: 0.2\n            phases: {}\n", spec),
    (
      "BuildSpec: !Sub\n          - |\n            version: 0.2\n            phases: {}\n"
        + "          - {A: b}\n", spec
    ),
    ("BuildSpec: {\"Fn::Sub\": [\"version: 0.2\\nphases: {}\\n\", {}]}\n", spec),
  ])
  func `a text is found in every form`(_ value: String, _ expected: String) throws {
    let source = template(value)
    let buildspec = try #require(Template(source)?.buildspecs.first)
    #expect(text(buildspec) == expected)
    // Each word of the text is the same word in the file.
    for word in ["version", "0.2"] {
      let start = try #require(expected.firstRange(of: word))
      let range = SourceRange(
        start: expected.utf8.distance(from: expected.startIndex, to: start.lowerBound),
        end: expected.utf8.distance(from: expected.startIndex, to: start.upperBound))
      #expect(source.text(buildspec.place(of: range)) == word)
    }
  }

  @Test(arguments: [
    "BuildSpec: ci/buildspec.yml\n", "BuildSpec: arn:aws:s3:::bucket/buildspec.yml\n",
    "BuildSpec: ''\n", "BuildSpec: !Ref Text\n", "BuildSpec: !Sub ci/${Name}.yml\n",
    "BuildSpec: !Join [\"\\n\", [\"version: 0.2\", \"phases: {}\"]]\n",
    "BuildSpec: {\"Fn::Join\": [\"\", [\"{\\n\", {\"Ref\": \"A\"}]]}\n",
    "BuildSpec: {version: 0.2}\n", "Location: |\n          version: 0.2\n",
  ])
  func `paths, and what only CloudFormation can put together, are left alone`(_ value: String) {
    #expect(Template(template(value))?.buildspecs.count == 0)
  }

  @Test(arguments: [
    "version: 0.2\nphases: {build: {commands: [echo AWS::CodeBuild::Project Resources]}}\n",
    "Resources: {A: {Type: AWS::S3::Bucket}}\n", "", "AWS::CodeBuild::Project Resources",
  ])
  func `other files are no templates`(_ text: String) {
    #expect(Template(SourceText(path: "a.yml", text: text))?.buildspecs == nil)
  }

  @Test func `both texts of a condition, and those of all projects, are found in order`() {
    let source = template(
      "BuildSpec: !If [Prod, \"version: 0.2\\n# a\", !Sub \"version: 0.2\\n# ${b}\"]\n"
        + "  Q:\n    Type: AWS::CodeBuild::Project\n    Properties:\n      Source:\n"
        + "        BuildSpec: {Fn::If: [Prod, !Ref AWS::NoValue, \"version: 0.2\\n# c\"]}\n")
    let texts = Template(source)?.buildspecs.map(text)
    #expect(texts == ["version: 0.2\n# a", "version: 0.2\n# xxxb", "version: 0.2\n# c"])
  }

  @Test func `a placeholder becomes a word of its length, and an escaped one what it writes`()
    throws
  {
    let source = template("BuildSpec: !Sub \"a: ${AWS::Region} ${!HOME} ${X-1} $${Y.Z}\\n\"\n")
    let buildspec = try #require(Template(source)?.buildspecs.first)
    #expect(text(buildspec) == "a: xxxAWS__Region ${HOME} ${X-1} $xxxY_Z\n")
    #expect(buildspec.placeholders.map(\.written) == ["${AWS::Region}", "${Y.Z}"])
    #expect(
      buildspec.placeholders.map { source.text(buildspec.place(of: $0.range)) }
        == ["${AWS::Region}", "${Y.Z}"])
    let bytes = Array(text(buildspec).utf8)
    let dollar = try #require(bytes.firstIndex(of: UInt8(ascii: "$")))
    let range = SourceRange(start: dollar, end: dollar + 7)
    #expect(source.text(buildspec.place(of: range)) == "${!HOME}")
    #expect(buildspec.shown("`xxxAWS__Region` it is") == "`${AWS::Region}` it is")
  }

  @Test func `a template that is not YAML is told from a file that is no template`() {
    let broken = template("BuildSpec: |\n          version: 0.2\n    x: [\n")
    #expect(Template(broken)?.isReadable == false)
  }

  @Test func `json is read as it is`() throws {
    let json = """
      {"Resources": {"P": {"Type": "AWS::CodeBuild::Project",
      \t"Properties": {"Source": {"BuildSpec": "{\\n  \\"version\\": \\"0.2\\"\\n}"}}}}}
      """
    let buildspec = try #require(
      Template(SourceText(path: "a.json", text: json))?.buildspecs.first)
    #expect(text(buildspec) == "{\n  \"version\": \"0.2\"\n}")
  }

  private func template(_ source: String) -> SourceText {
    SourceText(
      path: "template.yml",
      text: "Resources:\n  P:\n    Type: AWS::CodeBuild::Project\n    Properties:\n"
        + "      Source:\n        " + source)
  }

  private func text(_ buildspec: EmbeddedBuildspec) -> String {
    String(decoding: buildspec.source.bytes, as: UTF8.self)
  }
}
