import BuildspecModel
import Diagnostics

/// Java versions that are not spelt as the images spell them.
enum OldJavaName: Rule {
  static let info = RuleInfo(
    "BS217", "old-java-name", .warning,
    summary: "A Java version is not spelt `corretto<number>`.",
    why: """
      The images name Java versions after Amazon Corretto: corretto8, corretto11, corretto17 and \
      so on. The names openjdk8 and openjdk11 went away with the old images.
      """,
    bad: """
      version: 0.2
      phases:
        install:
          runtime-versions:
            java: openjdk11
        build:
          commands:
            - mvn -B verify
      """,
    good: """
      version: 0.2
      phases:
        install:
          runtime-versions:
            java: corretto11
        build:
          commands:
            - mvn -B verify
      """,
    source: "runtimes.yml of aws/aws-codebuild-docker-images at 1590e48, 9 April 2026.")

  static var subject: RuleSubject { .runtimes }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    file.runtimes.compactMap { entry in
      guard entry.runtime.value == "java", let meant = meant(entry.version.value) else {
        return nil
      }
      return finding(
        "no maintained image has java \(entry.version.value)", at: entry.version.range,
        help: "use `\(meant)`", fix: .rename(entry.version.range, to: meant))
    }
  }

  /// The name of today for `openjdk11`, `jdk11` or `11`.
  static func meant(_ version: String) -> String? {
    let digits = version.drop { !$0.isASCII || !$0.isNumber }
    guard ["", "openjdk", "jdk", "java", "openjdk-"].contains(version.dropLast(digits.count)) else {
      return nil
    }
    let name = "corretto\(digits)"
    return RuntimeTable.runtime("java")?.current.first { $0 == name }
  }
}
