import TestSupport
import Testing

/// Buildspecs inside other files, from the command line.
@Suite struct TemplateTests {
  private let good = "version: 0.2\nphases:\n  build:\n    commands:\n      - make\n"
  private let template = """
    Resources:
      P:
        Type: AWS::CodeBuild::Project
        Properties:
          Source:
            BuildSpec: |
              phases:
                biuld:
                  commands:
                    - make

    """
  private let terraform = """
    resource "aws_codebuild_project" "p" {
      source {
        buildspec = "version: 0.2\\nphases:\\n  biuld: {commands: [make]}\\n"
      }
    }

    """

  private func folder() throws -> TemporaryDirectory {
    try TemporaryDirectory([
      "buildspec.yml": good, "infra/stack.yml": template, "infra/stack.template": template,
      "infra/cdk.json":
        "{\"Resources\": {\"P\": {\"Type\": \"AWS::CodeBuild::Project\", \"Properties\": {\"Source\":"
        + " {\"BuildSpec\": \"{\\\"version\\\": 0.2, \\\"phases\\\": {\\\"biuld\\\": {}}}\"}}}}}\n",
      "infra/main.tf": terraform, "infra/other.tf": "# aws_codebuild_project\n",
      "infra/path.yml": template.replacing("BuildSpec: |", with: "BuildSpec: a.yml #"),
      "package.json": "{\"phases\": 1, \"version\": 2}\n", "infra/ignored.tf": terraform,
      "infra/.gitignore": "ignored.tf\n", "infra/.terraform/modules/m/main.tf": terraform,
    ])
  }

  private let found = [
    "buildspec.yml", "infra/cdk.json", "infra/main.tf", "infra/stack.template", "infra/stack.yml",
  ]

  @Test func `files are listed that would be checked, and none is checked`() async throws {
    let folder = try folder()
    let all = try await Tool.run(["lint", "--list-files"], in: folder.path)
    #expect(all.output == found.map { $0 + "\n" }.joined())
    #expect(all.status == 0)
    let some = try await Tool.run(["lint", "--list-files", "a.yml", "infra"], in: folder.path)
    #expect(some.output == "a.yml\n" + found.dropFirst().map { $0 + "\n" }.joined())
    let input = try await Tool.run(["lint", "--list-files", "-"], in: folder.path)
    #expect(input.output == "-\n")
    let none = try await Tool.run(["lint", "--list-files"], in: folder.file("infra/.terraform"))
    #expect(none.output == "modules/m/main.tf\n")
  }

  @Test func `a folder is searched for templates`() async throws {
    let folder = try folder()
    let outcome = try await Tool.run(["lint", "--format", "concise"], in: folder.path)
    let lines = outcome.output.split(separator: "\n").filter { $0.contains("unknown-phase") }
    #expect(
      lines.map { $0.prefix { $0 != " " } } == [
        "infra/cdk.json:1:129:", "infra/main.tf:3:43:", "infra/stack.template:8:13:",
        "infra/stack.yml:8:13:",
      ])
    #expect(outcome.status == 1)
  }

  @Test func `a named template is fixed where it stands`() async throws {
    let folder = try folder()
    let outcome = try await Tool.run(
      ["lint", "--fix", "--select", "missing-version", "infra/stack.yml"], in: folder.path)
    #expect(outcome.error == "fixed 1 finding in 1 file\n")
    #expect(
      folder.text("infra/stack.yml")
        == template.replacing(
          "          phases:", with: "          version: 0.2\n\n          phases:"))
    let diff = try await Tool.run(
      ["lint", "--diff", "--select", "missing-version", "infra/stack.template"], in: folder.path)
    #expect(diff.output.contains("+          version: 0.2\n"))
  }

  @Test func `standard input is a template by its content, and Terraform by its name`() async throws
  {
    let folder = try TemporaryDirectory()
    for (name, text, place) in [("a.yml", template, "8:13"), ("a.tf", terraform, "3:43")] {
      let outcome = try await Tool.run(
        ["lint", "-", "--stdin-filename", name, "--select", "BS107", "--format", "concise"],
        in: folder.path, input: text)
      #expect(outcome.output.hasPrefix("\(name):\(place): error[BS107 unknown-phase]"))
    }
  }

  @Test func `every format has the place in the template`() async throws {
    let folder = try folder()
    let line = "            biuld:"
    #expect(template.split(separator: "\n")[7] == line)
    for (format, sign) in [
      ("json", "\"line\": 8"), ("jsonl", "\"line\":8"), ("sarif", "\"startLine\": 8"),
      ("github", "line=8"), ("gitlab", "\"begin\": 8"), ("checkstyle", "line=\"8\""),
      ("text", "8 | \(line)"), ("junit", ":8:13"), ("teamcity", "line='8'"), ("markdown", "8"),
    ] {
      let outcome = try await Tool.run(
        ["lint", "--select", "BS107", "--format", format, "infra/stack.yml"], in: folder.path)
      #expect(outcome.output.contains(sign), "\(format): \(outcome.output)")
    }
  }

  @Test func `a baseline knows the findings of a template`() async throws {
    let folder = try folder()
    _ = try await Tool.run(["lint", "--write-baseline", "b.json", "infra"], in: folder.path)
    let outcome = try await Tool.run(["lint", "--baseline", "b.json", "infra"], in: folder.path)
    #expect(outcome.status == 0)
    #expect(outcome.output == "")
  }
}
