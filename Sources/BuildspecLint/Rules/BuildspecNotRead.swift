import BuildspecModel
import Diagnostics

/// Buildspecs that the project does not read.
enum BuildspecNotRead: Rule {
  static let info = RuleInfo(
    "BS025", "buildspec-not-read", .info,
    summary: "The project reads another buildspec than this file.",
    why: """
      `source.buildspec` of the project is a path from the root of the source, or the text itself. \
      The file may still be read by a build of a batch, or when a build is started with it. Needs \
      `--project`.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - make
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - make
      """,
    examplePath: "ci/old.yml",
    project: """
      {"source": {"type": "GITHUB", "buildspec": "buildspec.yml"}}
      """,
    source: "CodeBuild API, ProjectSource.")

  static var subject: RuleSubject { .project }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    // Standard input is no file of the source.
    guard let project = context.project, let wanted = project.buildspec, context.fileExists != nil,
      let root = file.mappingRoot, !reads(project, file)
    else { return [] }
    let isText = wanted.utf8.contains(UInt8(ascii: "\n"))
    return [
      finding(
        isText
          ? "\(project.shown) has a buildspec of its own, which is not this file's text"
          : "\(project.shown) reads `\(wanted.isEmpty ? standard : wanted.shown)`, not this file",
        at: root.firstKey,
        help: "name this file in the project's source settings, or lint it without the project")
    ]
  }

  /// What a project reads that names no buildspec.
  private static let standard = "buildspec.yml"

  /// Whether the project reads the file, or may read it. Where the root of the source is cannot be told from its
  /// path, so one path may be the end of the other.
  static func reads(_ project: BuildProject, _ file: BuildspecFile) -> Bool {
    guard let wanted = project.buildspec, !wanted.hasVariable, !wanted.hasPrefix("arn:") else {
      return true
    }
    if wanted.utf8.contains(UInt8(ascii: "\n")) {
      return isSame(wanted, file.source.text(SourceRange(start: 0, end: file.source.bytes.count)))
    }
    let path = components(file.source.path)
    let other = components(wanted.isEmpty ? standard : wanted)
    return path.suffix(other.count) == other || other.suffix(path.count) == path
  }

  private static func components(_ path: String) -> ArraySlice<Substring> {
    path.split(separator: "/").filter { $0 != "." }[...]
  }

  /// Whether two texts have the same lines, but for blanks at their ends.
  private static func isSame(_ left: String, _ right: String) -> Bool {
    lines(left) == lines(right)
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(whereSeparator: \.isNewline).map { line in
      var line = line
      while line.last?.isWhitespace == true { line.removeLast() }
      return line
    }.filter { !$0.isEmpty }
  }
}
