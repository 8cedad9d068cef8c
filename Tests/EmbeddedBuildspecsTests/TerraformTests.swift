import Diagnostics
import EmbeddedBuildspecs
import TestSupport
import Testing

@Suite struct TerraformTests {
  @Test(arguments: [
    ("<<EOF\nversion: 0.2\n  a: 1\nEOF", "version: 0.2\n  a: 1\n"),
    ("<<-EOF\n      version: 0.2\n\n        a: 1\n      EOF", "version: 0.2\n\n  a: 1\n"),
    ("<<-EOT\n\tversion: 0.2\n\tEOT", "version: 0.2\n"),
    ("\"version: 0.2\\n\\ta: \\\"\\\\\\u00e9\\\"\"", "version: 0.2\n\ta: \"\\é\""),
    (
      "<<EOF\na: ${var.a[\"}\"]} $${B} %%{C} $D 5%\nEOF",
      "a: xxxvar_a_____ ${B} %{C} $D 5%\n"
    ),
    ("\"a: ${f(\"x ${y} }\")}\\n$${B}\"", "a: xxxf__x___y_____\n${B}"),
  ])
  func `strings and heredocs are decoded`(_ value: String, _ expected: String) throws {
    let source = project("source {\n    buildspec = \(value)\n  }")
    let buildspec = try #require(Template(source)?.buildspecs.first)
    #expect(String(decoding: buildspec.source.bytes, as: UTF8.self) == expected)
    #expect(source.text(buildspec.place) == value)
    let written = source.text(buildspec.place(of: SourceRange(start: 0, end: 1)))
    #expect(written == String(expected.prefix(1)))
  }

  @Test(arguments: [
    "source {\n buildspec = file(\"b.yml\")\n}", "source {\n buildspec = \"ci/b.yml\"\n}",
    "source {\n buildspec = yamlencode({a = \"b: c\"})\n}",
    "source {\n buildspec = trimspace(<<EOF\na: b\nEOF\n)\n}",
    "source {\n buildspec = var.x ? \"a: b\" : \"c: d\"\n}",
    "source {\n buildspec = <<EOF\na: b\n%{ for x in y }c%{ endfor }\nEOF\n}",
    "source {\n buildspec = <<EOF\na: ${b\nEOF\n}", "source {\n buildspec = <<EOF\na: b\n}",
    "secondary_sources {\n buildspec = \"a: b\"\n}", "buildspec = \"a: b\"",
    "environment {\n source {\n buildspec = \"a: b\"\n}\n}",
    "/* source {\n buildspec = \"a: b\"\n} */", "# source {\n// buildspec = \"a: b\"\n# }",
  ])
  func `what is no text of the project's source is left alone`(_ body: String) {
    let template = Template(project(body))
    #expect(template?.isReadable == true)
    #expect(template?.buildspecs.count == 0)
  }

  @Test func `braces in strings, comments and heredocs count for nothing`() {
    let source = project(
      "a = \"{ ${b(\"{\")}\" # {\n  c = <<EOF\n{ } }\nEOF\n  /* } */\n  vpc { subnets = [\"x\"] }\n"
        + "  source {\n    type = \"S3\"\n    buildspec = \"a: b\" // }\n  }")
    #expect(Template(source)?.buildspecs.count == 1)
  }

  @Test func `another resource has no buildspec, and the next one may`() {
    let text =
      "resource \"aws_x\" \"a\" {\n source {\n buildspec = \"a: b\"\n }\n}\n"
      + String(decoding: project("source {\n buildspec = \"c: d\"\n }").bytes, as: UTF8.self)
    let found = Template(SourceText(path: "x/main.tf", text: text))?.buildspecs ?? []
    #expect(found.map { String(decoding: $0.source.bytes, as: UTF8.self) } == ["c: d"])
  }

  @Test(.timeLimit(.minutes(5))) func `nesting without end is no trap`() {
    let deep = "source {\n buildspec = \"" + String(repeating: "${\"", count: 200_000)
    #expect(Template(project(deep))?.buildspecs.count == 0)
    let open =
      "source {\n buildspec = <<EOF\n" + String(repeating: "${", count: 200_000) + "\nEOF\n}"
    #expect(Template(project(open))?.buildspecs.count == 0)
  }

  private func project(_ body: String) -> SourceText {
    SourceText(
      path: "main.tf", text: "resource \"aws_codebuild_project\" \"p\" {\n  \(body)\n}\n")
  }
}
