import BuildspecModel
import Diagnostics
import ShellSyntax

/// Commands that work in one account or region only.
enum HardcodedRegionAccount: OptionalRule, ShellRule {
  static let info = RuleInfo(
    "BS901", "hardcoded-region-account", .info,
    summary: "A command holds the number of an account or the name of a region.",
    why: """
      The build then works in one account or region only, and whoever reads the file learns them. One \
      finding a file.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - docker push 111122223333.dkr.ecr.eu-west-1.amazonaws.com/app:1
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - docker push "$ACCOUNT_ID.dkr.ecr.$AWS_REGION.amazonaws.com/app:1"
      """,
    source: "CodeBuild user guide, environment variables: AWS_REGION.")

  static let signs: [StaticString] = ["amazonaws.com", "arn:aws", "--region"]

  static func check(_ shell: ShellReading, _ file: BuildspecFile) -> [Diagnostic] {
    var places: [(message: String, range: SourceRange)] = []
    for item in shell.items where item.holds(signs) {
      for command in item.commands {
        var previous = ""
        command.forEachWord { word in
          let text = word.start
          if previous == "--region", word.literal?.isEmpty == false {
            places.append(("this region is fixed", item.range(of: word.range)))
          } else if text.holds("amazonaws.com") || text.holds("arn:aws"), hasAccount(text) {
            places.append(("this account is fixed", item.range(of: word.range)))
          }
          previous = text
        }
      }
    }
    return findingOnce(places, help: "use a variable, such as `$AWS_REGION`")
  }

  /// Whether exactly twelve digits stand together.
  private static func hasAccount(_ text: String) -> Bool {
    var count = 0
    for byte in text.utf8 {
      if (0x30...0x39).contains(byte) {
        count += 1
      } else {
        if count == 12 { return true }
        count = 0
      }
    }
    return count == 12
  }
}
