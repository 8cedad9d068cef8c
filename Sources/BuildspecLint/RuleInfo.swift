package import Diagnostics

/// What people are told about a rule. One source for `explain`, the rule's page and its tests.
package struct RuleInfo: Sendable {
  package let identity: RuleIdentity
  /// Severity of its findings unless the rule says otherwise for one of them.
  package let severity: Severity
  /// One sentence: what the rule finds.
  package let summary: String
  /// Why it matters, in a few sentences.
  package let why: String
  /// A buildspec in which the rule fires. It is the rule's test and stands on its page.
  package let bad: String
  /// The same, mended; the rule is silent.
  package let good: String
  /// Name of the file in which `bad` stands.
  package let examplePath: String
  /// The project in which both examples stand, as `--project` reads it; `nil` for rules that need none.
  package let project: String?
  /// Another file of the source, which the bad example names; `nil` for others.
  package let otherFile: ExampleFile?
  /// Where the fact comes from.
  package let source: String

  package init(
    _ code: String, _ name: String, _ severity: Severity, summary: String, why: String,
    bad: String, good: String, examplePath: String = "buildspec.yml", project: String? = nil,
    otherFile: ExampleFile? = nil, source: String
  ) {
    identity = RuleIdentity(code: code, name: name)
    self.severity = severity
    self.summary = summary
    self.why = why
    self.bad = bad
    self.good = good
    self.examplePath = examplePath
    self.project = project
    self.otherFile = otherFile
    self.source = source
  }
}

/// A file that an example needs beside it.
package struct ExampleFile: Sendable {
  /// From the root of the source.
  package let path: String
  package let text: String
}
