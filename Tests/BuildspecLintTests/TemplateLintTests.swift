import BuildspecLint
import BuildspecModel
import Diagnostics
import EmbeddedBuildspecs
import Reporting
import TestSupport
import Testing

/// Buildspecs inside templates: every place is one in the template.
@Suite struct TemplateLintTests {
  static let folder = Snapshot.path("Fixtures/lint/templates")
  static let cases = TestFiles.list(folder).filter { !$0.hasSuffix(".out") }

  @Test(arguments: cases)
  func `lint prints what the .out file says`(_ name: String) throws {
    let source = SourceText(path: name, bytes: try TestFiles.read(Self.folder + "/" + name))
    let file = FileFindings(source: source, diagnostics: lint(source))
    let text = FindingsReport.render([file], as: .text, style: Style(isColored: false))
    try Snapshot.expect(text, in: Self.folder + "/" + name + ".out")
  }

  @Test(arguments: ["\n", "\r\n"])
  func `findings have their places in the template, and so have related ones`(_ end: String) {
    let marked = MarkedText(
      template(
        """
        BuildSpec: !Sub |
          version: 0.2
          phases:
            build: {commands: [make]}
            «build»:
              commands:
                - echo ${A} ${!B}
                - «echo "${A}: x"»
        """
      ).replacing("\n", with: end))
    let found = lint(SourceText(path: "t.yml", text: marked.text))
    #expect(found.map(\.rule.name) == ["duplicate-key", "command-is-mapping"])
    #expect(found.map(\.range) == marked.ranges)
    let source = SourceText(path: "t.yml", text: marked.text)
    #expect(found[0].related.map { source.text($0.range) } == ["build"])
    #expect(found[1].message.contains("`echo \"${A}`"))
  }

  @Test func `findings in text with escapes have exact places`() {
    let marked = MarkedText(
      template(
        #"BuildSpec: "version: 0.2\nphases:\n  «biuld»: {commands: ['a \"é\"']}\n  «\x62uilt»: {}\n""#
      ))
    let found = lint(SourceText(path: "t.yml", text: marked.text))
    #expect(found.filter { $0.rule.name == "unknown-phase" }.map(\.range) == marked.ranges)
  }

  @Test func `nothing is said of a value that is not known`() {
    let text = template(
      """
      BuildSpec: !Sub |
        version: ${Version}
        env:
          variables: {STAGE: "${Stage}", DB_PASSWORD: "${Password}", URL: "https://a:${P}@b.example.com"}
        phases:
          install:
            runtime-versions: {nodejs: ${Node}}
          build:
            on-failure: ${Rule}
            commands: ["${Make}", "[ ${A} = ${AWS::Region} ] && rm ${Dir}/*"]
        artifacts: {files: ["${Files}"], discard-paths: ${Discard}}
        cache: {paths: ${Paths}}
      """)
    #expect(lint(SourceText(path: "t.yml", text: text)).map(\.message) == [])
  }

  @Test func `a placeholder that may stand for lines is no syntax error`() {
    let body = "BuildSpec: !Sub |\n  version: 0.2\n  phases:\n    build: {commands: [make]}\n"
    #expect(lint(SourceText(path: "t.yml", text: template(body + "  ${More}\n"))) == [])
    let other = lint(SourceText(path: "t.yml", text: template(body + "  more\n")))
    #expect(other.map(\.severity) == [.error])
  }

  @Test func `commands are read with the placeholder as a word`() {
    let marked = MarkedText(
      template("BuildSpec: !Sub |\n" + indented(RuleCheck.commands("- «if test ${A}; then make»"))))
    let found = lint(SourceText(path: "t.yml", text: marked.text))
    #expect(found.map(\.rule.name) == ["incomplete-script"])
    #expect(marked.ranges[0].contains(found[0].range))
  }

  @Test func `a secret is masked although a placeholder stands beside it`() {
    let key = "AKIA" + "2E0A8F3B244C9986"
    let text = template(
      "BuildSpec: !Sub |\n  version: 0.2\n  env: {variables: {A: \"${B} \(key)\"}}\n"
        + "  phases: {build: {commands: [make]}}\n")
    let source = SourceText(path: "t.yml", text: text)
    let found = lint(source)
    #expect(found.map(\.rule.name) == ["plaintext-secret"])
    let shown = FileFindings(source: source, diagnostics: found).source
    #expect(text.contains(key))
    #expect(!shown.text(SourceRange(start: 0, end: shown.bytes.count)).contains(key))
  }

  @Test func `comments of the text ignore findings, and one that hides nothing is told`() {
    let items = "- # buildspec: ignore[BS204] later\n- make # buildspec: ignore[BS202] x"
    let text = template("BuildSpec: |\n" + indented(RuleCheck.commands(items)))
    let found = lint(SourceText(path: "t.yml", text: text))
    #expect(found.map(\.rule.name) == ["unused-ignore"])
  }

  @Test func `paths and the name of the file are no matter`() {
    let text = template(
      "BuildSpec: |\n  version: 0.2\n  batch: {build-list: [{identifier: a, buildspec: no.yml}]}\n"
        + "  phases: {build: {commands: [make]}}\n")
    let template = SourceText(path: "buildspec.yaml", text: text)
    #expect(lint(template, LintContext(fileExists: { _ in false })) == [])
  }

  @Test func `a template that is not YAML gets its own error, which CodeBuild does not say`() {
    let text = template("BuildSpec: |\n  version: 0.2\n") + "  broken: [\n"
    let found = lint(SourceText(path: "t.yml", text: text))
    #expect(found.map(\.severity) == [.error])
    #expect(found.allSatisfy { $0.serviceMessage == nil })
  }

  @Test(arguments: [
    ("BuildSpec: |\n  A: 1\n", "- «echo \"${X}: 1\"»", "- 'echo \"${X}: 1\"'"),
    ("BuildSpec: !Sub |\n  A: 1\n", "- «echo \"${X}: 1\" ${!Y}»", "- 'echo \"${X}: 1\" ${!Y}'"),
  ])
  func `a block is fixed in its own indentation`(_ head: String, _ old: String, _ new: String) {
    let header = head.prefix { $0 != "\n" } + "\n"
    for end in ["\n", "\r\n"] {
      let before = template(
        header + indented(RuleCheck.commands(old.filter { !"«»".contains($0) } + "\n-\n- make")))
      let after = template(header + indented(RuleCheck.commands(new + "\n- make")))
      #expect(fixed(before.replacing("\n", with: end)) == after.replacing("\n", with: end))
    }
  }

  @Test func `a quoted text is fixed with escapes, and a folded one is left`() {
    let quoted = template(#"BuildSpec: "phases: {build: {commands: ['a \"b\"']}}\n""#)
    #expect(
      fixed(quoted)
        == template(
          #"BuildSpec: "version: 0.2\n\nphases: {build: {commands: ['a \"b\"']}}\n""#))
    let folded = template("BuildSpec: >\n  phases: {build: {commands: [make]}}\n")
    #expect(fixed(folded) == folded)
  }

  @Test func `a buildspec that cannot be read keeps no other from being fixed`() {
    let broken = "BuildSpec: |\n  version: 0.2\n  phases: [\n"
    let other =
      "\n  Q:\n    Type: AWS::CodeBuild::Project\n    Properties:\n      Source:\n        BuildSpec: |\n"
    let text =
      template(broken) + other
      + "          phases:\n            build:\n              commands: [make]\n"
    #expect(
      fixed(text)
        == template(broken) + other
        + "          version: 0.2\n\n          phases:\n            build:\n              commands: [make]\n"
    )
  }

  @Test func `ignore comments are written into blocks, and hide all there`() throws {
    for name in ["project.yml", "project.tf"] {
      let bytes = try TestFiles.read(Self.folder + "/" + name)
      // A comment behind an incomplete script is a finding of its own.
      let text = String(decoding: bytes, as: UTF8.self).replacing("if true; then ", with: "")
      let source = SourceText(path: name, text: text)
      let adder = TemplateIgnoreAdder(reason: "known", linter: TemplateLinter())
      let added = try #require(adder.add(to: source))
      let left = lint(added.source)
      #expect(added.count == lint(source).count - left.count)
      #expect(added.count > 1)
      // What stands in quotes is left.
      #expect(left.map(\.rule.name) == (name == "project.tf" ? ["unknown-phase"] : []))
    }
  }

  private func lint(
    _ source: SourceText, _ context: LintContext = LintContext()
  ) -> [Diagnostic] {
    guard let template = Template(source) else {
      return Linter.lint(BuildspecFile(source: source), context)
    }
    return TemplateLinter(context).lint(template, in: source)
  }

  private func fixed(_ text: String) -> String {
    let fixer = TemplateFixer(allowsUnsafe: false) { TemplateLinter().lint($1) }
    let source = SourceText(path: "t.yml", text: text)
    let bytes = fixer.fix(source)?.source.bytes ?? source.bytes
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A template whose project has these lines below `Source`.
  private func template(_ lines: String) -> String {
    "Resources:\n  P:\n    Type: AWS::CodeBuild::Project\n    Properties:\n      Source:\n"
      + indented(lines, by: 8)
  }

  private func indented(_ text: String, by width: Int = 2) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : String(repeating: " ", count: width) + $0 }
      .joined(separator: "\n")
  }
}
