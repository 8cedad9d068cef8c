import BuildspecModel
import Diagnostics
import ShellSyntax

/// Questions whether the id of an actor has certain digits, where it should be this id.
enum SpoofableActor: ShellRule {
  static let info = RuleInfo(
    "BS815", "spoofable-actor", .warning,
    summary: "A part of CODEBUILD_WEBHOOK_ACTOR_ACCOUNT_ID is enough to pass.",
    why: """
      The variable is the number of the account that triggered the webhook. Accounts are numbered \
      one after the other, so somebody can get a number that contains a trusted one, or is a part \
      of it. `grep -x`, `grep -w` and `^…$` compare whole numbers: between two digits no word ends.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - echo "$CODEBUILD_WEBHOOK_ACTOR_ACCOUNT_ID" | grep -q 48291
            - make publish
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - test "$CODEBUILD_WEBHOOK_ACTOR_ACCOUNT_ID" = 48291
            - make publish
      """,
    source: """
      Environment variables and webhook events (ACTOR_ACCOUNT_ID), user guide; zizmor, \
      bot-conditions.
      """)

  static let signs: [StaticString] = ["CODEBUILD_WEBHOOK_ACTOR_ACCOUNT_ID"]

  static func check(_ shell: ShellReading, _ file: BuildspecFile) -> [Diagnostic] {
    var actor = ActorComparisons(names: ["CODEBUILD_WEBHOOK_ACTOR_ACCOUNT_ID"])
    var findings: [Diagnostic] = []
    for item in shell.items where actor.mayConcern(item, signs) {
      for (kind, place) in actor.loose(in: item) {
        findings.append(
          kind == .contains
            ? finding(
              "every id that contains this one passes, too", at: item.range(of: place),
              help: "compare the whole id: with `=` of `test`, `grep -x`, or a pattern without `*`")
            : finding(
              "every id that is a part of a listed one passes, too", at: item.range(of: place),
              help:
                "put a comma on both sides of the id and of each in the list, or use `grep -x`"
            ))
      }
    }
    return findings
  }
}
