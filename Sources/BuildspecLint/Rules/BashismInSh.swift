import BuildspecModel
import Diagnostics
import ShellSyntax

/// What bash has and sh may not.
enum BashismInSh: ShellRule {
  static let info = RuleInfo(
    "BS404", "bashism-in-sh", .warning,
    summary: "Something that only bash has is used while the shell is sh.",
    why: """
      The default shell is sh. On the Ubuntu images that is dash, which does not know `[[`, \
      arrays, `source`, `<<<`, `<(…)` and `function`. One finding a file; more places are \
      shown with it.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - if [[ -f pom.xml ]]; then mvn verify; fi
      """,
    good: """
      version: 0.2
      env:
        shell: bash
      phases:
        build:
          commands:
            - if [[ -f pom.xml ]]; then mvn verify; fi
      """,
    source: "aws-codebuild-docker-images issue 211; build logs with `[[: not found`.")

  static let signs: [StaticString] = [
    "[[", "=(", "source", "<<<", "<(", ">(", "function", "declare", "typeset",
  ]

  static func check(_ shell: ShellReading, _ file: BuildspecFile) -> [Diagnostic] {
    guard shell.dialect == .posix else { return [] }
    let places = shell.items.filter { $0.holds(signs) }.flatMap { item in
      Bashisms.find(in: item.script).map { (what: $0.what, place: $0.range, item: item) }
    }
    guard let first = places.first else { return [] }
    return [
      finding(
        "\(first.what) is not in every sh", at: first.item.range(of: first.place),
        related: places.dropFirst().prefix(shown).map {
          RelatedLocation(range: $0.item.range(of: $0.place), message: $0.what)
        },
        help: "set `shell: bash` under `env`")
    ]
  }

  /// More places than these do not help.
  private static let shown = 2
}
