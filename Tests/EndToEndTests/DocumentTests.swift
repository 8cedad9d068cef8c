import TestSupport
import Testing

/// What the documents show is what the tool does.
@Suite struct DocumentTests {
  static let documents = ["README.md", "docs/running.md", "docs/command-line.md", "docs/batch.md"]

  /// The files that the documents speak of.
  private static let files = [
    "broken.yml": """
    version: 0.2
    phases:
      build:
        # Two commands.
        commands:
          - make
          - echo "Image: $IMAGE_URI"

    """,
    "token.yml": """
    version: 0.2
    phases:
      build:
        commands:
          - |
            echo "token: $TOKEN"

    """,
    "hello.yml": """
    version: 0.2
    env:
      variables:
        GREETING: Hello
    phases:
      build:
        commands:
          - mkdir -p out
          - NAME=world
          - echo "$GREETING, $NAME" > out/greeting.txt
    artifacts:
      files:
        - greeting.txt
      base-directory: out

    """,
    "split.yml": """
    version: 0.2
    batch:
      build-fanout:
        parallelism: 2
    phases:
      build:
        commands:
          - >-
            codebuild-tests-run --test-command 'sh run-tests.sh'
            --files-search "codebuild-glob-search 'tests/*.sh'"

    """,
    "steps.yml": """
    version: 0.2
    batch:
      build-graph:
        - identifier: compile
        - identifier: test
          depend-on: [compile]
    env:
      exported-variables: [RESULT]
    phases:
      build:
        commands:
          - RESULT="$CODEBUILD_BATCH_BUILD_IDENTIFIER says $GREETING"

    """,
    "run-tests.sh": "for test; do sh \"$test\" && echo \"$test passed\"; done\n",
    "tests/login.sh": "true\n", "tests/search.sh": "true\n", "tests/upload.sh": "true\n",
  ]

  /// Buildspecs that the documents show themselves: the document and its how manieth one.
  private static let shown = [
    "graph.yml": ("docs/batch.md", 0), "matrix.yml": ("docs/batch.md", 1),
  ]

  @Test(arguments: documents)
  func `console examples print what the document says`(_ document: String) async throws {
    let folder = try TemporaryDirectory(Self.files)
    for (name, (document, number)) in Self.shown {
      try folder.write(MarkdownBlocks.read(document, language: "yaml")[number], to: name)
    }
    for example in MarkdownBlocks.read(document, language: "console") {
      let lines = example.split(separator: "\n", omittingEmptySubsequences: false)
      let command = lines[0].dropFirst(2)
      let expected = lines.dropFirst().joined(separator: "\n")
      let outcome = try await Tool.run(
        "/bin/sh", ["-c", "buildspec() { '\(Tool.path)' \"$@\"; }; \(command)"], in: folder.path)
      #expect(outcome.output == expected, "\(command)")
    }
  }

  @Test(arguments: documents)
  func `buildspecs in documents have no errors`(_ document: String) async throws {
    let folder = try TemporaryDirectory()
    // A block for pre-commit is no buildspec; scripts/check-hooks.sh runs it.
    for example in MarkdownBlocks.read(document, language: "yaml")
    where !example.hasPrefix("repos:") {
      let outcome = try await Tool.run(["lint", "-"], in: folder.path, input: example)
      #expect(outcome.status == 0, "\(outcome.output)")
    }
  }
}
