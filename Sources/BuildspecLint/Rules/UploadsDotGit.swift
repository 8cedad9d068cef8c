import BuildspecModel
import Diagnostics
import YAMLSyntax

/// Artifacts that hold the whole source, with what is hidden in it.
enum UploadsDotGit: Rule {
  static let info = RuleInfo(
    "BS817", "uploads-dot-git", .info,
    summary: "The artifact takes everything from the root of the source, hidden files too.",
    why: """
      `**/*` takes `.git` and `.env` as well. The history, and at times a token in `.git/config`, then \
      lie where the artifact goes. A source from CodePipeline has no `.git` unless it is a full clone.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - npm run build
      artifacts:
        files:
          - '**/*'
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - npm run build
      artifacts:
        files:
          - '**/*'
        exclude-paths:
          - .git/**/*
      """,
    source:
      "Buildspec reference, artifacts: hidden files are left out by patterns of exclude-paths.")

  static var subject: RuleSubject { .artifacts }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard let artifacts = file.buildspec.artifacts else { return [] }
    return artifacts.sets.compactMap { set in
      guard let pattern = set.files?.first(where: { isOfEverything($0.value) }), isRoot(set),
        set.discardPaths?.value != true, !set.excludePaths.contains(where: { leavesOut($0.value) })
      else { return nil }
      return finding(
        "this takes `.git` and other hidden files too", at: pattern.range,
        help: "leave them out with `exclude-paths`, or set `base-directory`",
        fix: fix(for: pattern, file))
    }
  }

  private static func isOfEverything(_ pattern: String) -> Bool {
    pattern == "**/*" || pattern == "**" || pattern == "./**/*"
  }

  private static func isRoot(_ set: ArtifactSet) -> Bool {
    guard let base = set.baseDirectory?.value else { return true }
    return [".", "./", "$CODEBUILD_SRC_DIR", "${CODEBUILD_SRC_DIR}"].contains(base)
  }

  private static func leavesOut(_ pattern: String) -> Bool {
    pattern.holds(".git") || pattern.holds(".*") || pattern.holds(".env")
  }

  /// Adds the key above `files`, when that stands on a line of its own.
  private static func fix(for pattern: Located<String>, _ file: BuildspecFile) -> Fix? {
    guard let artifacts = file.document.root?["artifacts"],
      let pair = artifacts.pair("files"), pair.value.range.contains(pattern.range),
      artifacts["exclude-paths"] == nil
    else { return nil }
    let key = pair.key.range
    let line = file.source.range(ofLine: file.source.lines.line(at: key.start))
    guard file.source.bytes[line.start..<key.start].allSatisfy({ $0 == 0x20 }),
      file.source.bytes[artifacts.range.start] != UInt8(ascii: "{")
    else { return nil }
    let indent = file.source.text(SourceRange(start: line.start, end: key.start))
    return .replace(
      SourceRange(at: line.start),
      with: "\(indent)exclude-paths:\n\(indent)  - .git/**/*\n", "leave out `.git`", .unsafe)
  }
}
