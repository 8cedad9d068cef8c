import TestSupport
import Testing

/// `lint --image`, `lint --project`, and their keys in the config file.
@Suite struct ProjectTests {
  private let text = """
    version: 0.2
    phases:
      install:
        runtime-versions:
          rust: 1.93
      build:
        commands:
          - docker build .

    """
  private let answer = """
    {"projects": [{"name": "shop", "source": {"type": "GITHUB"}, "artifacts": {"type": "NO_ARTIFACTS"},
      "environment": {"type": "LINUX_CONTAINER", "image": "aws/codebuild/standard:7.0"}}]}
    """
  private let template = """
    Resources:
      One:
        Type: AWS::CodeBuild::Project
        Properties:
          Environment: {Type: LINUX_CONTAINER, Image: aws/codebuild/standard:8.0}
      Two:
        Type: AWS::CodeBuild::Project
        Properties:
          Environment: {Type: LINUX_CONTAINER, Image: aws/codebuild/standard:7.0, PrivilegedMode: true}

    """

  private func folder(_ more: [String: String] = [:]) throws -> TemporaryDirectory {
    try TemporaryDirectory(
      ["buildspec.yml": text, "p.json": answer, "t.yml": template].merging(more) { $1 })
  }

  @Test(arguments: [
    ([], []), (["--image", "aws/codebuild/standard:7.0"], ["BS224"]),
    (["--image", "aws/codebuild/standard:8.0"], []),
    (["--project", "p.json"], ["BS224", "BS441"]),
    (["--project", "p.json#shop", "--image", "aws/codebuild/standard:8.0"], ["BS441"]),
    (["--project", "t.yml#One"], ["BS441"]), (["--project", "t.yml#Two"], ["BS224"]),
  ])
  func `flags tell of the project`(_ flags: [String], _ codes: [String]) async throws {
    let folder = try folder()
    #expect(try await self.codes(flags + ["buildspec.yml"], in: folder.path) == codes)
  }

  @Test func `the project comes from standard input too`() async throws {
    let folder = try folder()
    #expect(
      try await codes(["--project", "-", "buildspec.yml"], in: folder.path, input: answer)
        == ["BS224", "BS441"])
    #expect(
      try await codes(["--project", "p.json", "-"], in: folder.path, input: text)
        == ["BS224", "BS441"])
  }

  @Test func `a file whose name has the mark is found`() async throws {
    let folder = try folder(["a#b.json": answer])
    #expect(
      try await codes(["--project", "a#b.json", "buildspec.yml"], in: folder.path)
        == ["BS224", "BS441"])
    #expect(
      try await codes(["--project", "a#b.json#shop", "buildspec.yml"], in: folder.path)
        == ["BS224", "BS441"])
  }

  @Test func `the config tells of the project, and flags come over it`() async throws {
    let folder = try folder([
      "ci/.buildspecrc.yml": "project: ../p.json\n", "ci/buildspec.yml": text,
      "im/.buildspecrc.yml": "image: aws/codebuild/standard:7.0\n", "im/buildspec.yml": text,
    ])
    let ci = ["ci/buildspec.yml"]
    #expect(try await codes(ci, in: folder.path) == ["BS224", "BS441"])
    #expect(try await codes(["buildspec.yml"], in: folder.file("ci")) == ["BS224", "BS441"])
    #expect(
      try await codes(["--image", "aws/codebuild/standard:8.0"] + ci, in: folder.path)
        == ["BS441"])
    #expect(try await codes(["--project", "t.yml#Two"] + ci, in: folder.path) == ["BS224"])
    #expect(try await codes(["--no-config"] + ci, in: folder.path) == [])
    let im = ["im/buildspec.yml"]
    #expect(try await codes(im, in: folder.path) == ["BS224"])
    #expect(
      try await codes(["--project", "t.yml#One"] + im, in: folder.path) == ["BS441"],
      "an image in the config does not come over the project of a flag")
  }

  @Test(arguments: [
    (["--project", "no.json"], "no.json: no such file"),
    (["--project", "."], ".: is a directory"),
    (["--project", "bad.json"], "bad.json: line 1, column 7: this is neither JSON nor YAML"),
    (["--project", "buildspec.yml"], "buildspec.yml: this is a buildspec, not a project"),
    (["--project", "t.yml"], "t.yml: it holds 2 projects, name one as FILE#NAME: `One`, `Two`"),
    (["--project", "t.yml#Too"], "t.yml: no project is called `Too`: did you mean `Two`?"),
    (["--project", "-"], "standard input: the file is empty"),
    (["--project", "-", "-"], "standard input cannot be both"),
    (
      ["--image", "aws/codebuild/standard:7"], "--image aws/codebuild/standard:7: AWS has no image"
    ),
    (["--image", ""], "--image : this is no name of an image"),
    (["--config", "c.yml"], "./p2.json: no such file"),
  ])
  func `wrong use is one line and status 2`(
    _ arguments: [String], _ message: String
  ) async throws {
    let folder = try folder(["bad.json": "{\"a\": ", "c.yml": "project: p2.json\n"])
    let outcome = try await Tool.run(["lint", "buildspec.yml"] + arguments, in: folder.path)
    #expect(outcome.status == 2 && outcome.output == "")
    #expect(outcome.error.hasPrefix("buildspec: error: ") && outcome.error.contains(message))
    #expect(outcome.error.split(separator: "\n").count == 1, "\(outcome.error)")
  }

  @Test func `ShellCheck knows the shell and the variables of the project`() async throws {
    let head = "version: 0.2\nphases:\n  build:\n    commands:\n"
    let image = "aws/codebuild/amazonlinux-x86_64-standard:5.0"
    let folder = try TemporaryDirectory([
      "a/buildspec.yml": head + "      - echo \"$stage\"\n",
      "b/buildspec.yml": head + "      - read -ra words < file\n",
      "p.json": """
      {"environment": {"image": "\(image)", "environmentVariables": [{"name": "stage", "value": "x"}]}}
      """,
    ])
    for (flags, codes) in [([], ["SC2154", "SC3045"]), (["--project", "p.json"], [])] {
      let outcome = try await Tool.run(
        ["lint", "--shellcheck", "on", "--format", "concise"] + flags, in: folder.path)
      for code in ["SC2154", "SC3045"] {
        #expect(outcome.output.contains(code) == codes.contains(code), "\(outcome.output)")
      }
    }
  }

  /// The codes of the warnings and errors.
  private func codes(
    _ arguments: [String], in folder: String, input: String = ""
  ) async throws -> [String] {
    let outcome = try await Tool.run(
      ["lint", "--format", "concise"] + arguments, in: folder, input: input)
    #expect(outcome.error == "")
    return outcome.output.split(separator: "\n").compactMap { line in
      line.contains(": info[")
        ? nil
        : line.split(separator: "[").dropFirst().first?.split(separator: " ").first.map(String.init)
    }
  }
}
