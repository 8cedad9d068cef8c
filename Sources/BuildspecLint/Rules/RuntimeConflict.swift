import BuildspecModel
import Diagnostics

/// Runtimes that cannot be selected together.
enum RuntimeConflict: Rule {
  static let info = RuleInfo(
    "BS215", "runtime-conflict", .error,
    summary: "Two runtimes cannot be selected together.",
    why: "The android runtime needs Java 8. With another version of Java the build fails.",
    bad: """
      version: 0.2
      phases:
        install:
          runtime-versions:
            android: 29
            java: openjdk11
        build:
          commands:
            - ./gradlew assemble
      """,
    good: """
      version: 0.2
      phases:
        install:
          runtime-versions:
            java: corretto17
        build:
          commands:
            - ./gradlew assemble
      """,
    source: "Buildspec reference, runtime-versions: android 29 and openjdk11 are in conflict.")

  static var subject: RuleSubject { .runtimes }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard file.runtimes.count > 1,
      let android = file.runtimes.first(where: { $0.runtime.value == "android" }),
      ["28", "29"].contains(android.version.value),
      let java = file.runtimes.first(where: { $0.runtime.value == "java" }),
      ["openjdk11", "corretto11"].contains(java.version.value)
    else { return [] }
    return [
      finding(
        "android \(android.version.value) does not go with java \(java.version.value)",
        at: java.version.range,
        related: [RelatedLocation(range: android.version.range, message: "the android runtime")],
        help: "use `openjdk8`, or an image that brings the Android SDK")
    ]
  }
}
