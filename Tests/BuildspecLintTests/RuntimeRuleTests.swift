import BuildspecLint
import BuildspecModel
import Diagnostics
import Testing

/// `runtime-versions`.
@Suite struct RuntimeRuleTests {
  static let codes = ["BS212", "BS213", "BS214", "BS217", "BS218"]

  @Test(arguments: [
    "nodejs: 22", "nodejs: 20.11.1", "nodejs: 18.x", "nodejs: latest", "python: 3.12",
    "python: \"3.10\"", "python: 3.x", "python: 3", "java: corretto21", "java: $JAVA",
    "dotnet: 8.x", "dotnet: 6.0", "php: 8.4.6", "docker: 23", "docker: latest", "rust: 1.94",
  ])
  func `what a maintained image has is fine`(_ entry: String) {
    for code in Self.codes {
      #expect(RuleCheck.findings(code, in: RuleCheck.runtimes(entry)) == [], "\(code)")
    }
  }

  @Test(arguments: [
    ("node: 22", "nodejs"), ("go: 1.25", "golang"), ("pyhton: 3.12", "python"),
    ("Python: 3.12", "python"), ("jdk: corretto21", "java"),
  ])
  func `a name that is nearly one is an error`(_ entry: String, _ meant: String) {
    let found = RuleCheck.findings("BS212", in: RuleCheck.runtimes(entry))
    #expect(found.map(\.severity) == [.error])
    #expect(found.first?.fix?.edits.first?.replacement == meant)
  }

  @Test func `a name that a custom image may have is a warning`() {
    let found = RuleCheck.findings("BS212", in: RuleCheck.runtimes("haskell: 9.8"))
    #expect(found.map(\.severity) == [.warning])
    #expect(
      found.first?.serviceMessage?.hasPrefix(
        "YAML_FILE_ERROR Message: Unknown runtime named 'haskell'. This build image") == true)
  }

  @Test func `one finding for each version that is gone`() {
    let found = RuleCheck.expect(
      "BS213",
      at: RuleCheck.runtimes(
        "nodejs: «12»\npython: «\"3.8\"»\nruby: «2.x»\ngolang: «1.13»\nphp: 8.4\nandroid: «29»"))
    #expect(
      found.first?.help == """
        they have 18, 20, 22, 24; aws/codebuild/standard:5.0, an older image, has 12
        """)
  }

  @Test func `a version is not a prefix of another by its digits`() {
    RuleCheck.expect("BS213", at: RuleCheck.runtimes("python: «3.1»\nnodejs: «2»"))
  }

  @Test func `a version that loses its zero is put in quotes`() {
    #expect(
      RuleCheck.fixed(RuleCheck.runtimes("python: 3.10"), by: "BS214")
        == RuleCheck.runtimes("python: \"3.10\""))
    #expect(RuleCheck.findings("BS214", in: RuleCheck.runtimes("dotnet: 8.0\nruby: 4.0")) == [])
  }

  @Test(arguments: [("openjdk8", "corretto8"), ("17", "corretto17"), ("jdk21", "corretto21")])
  func `java has the names of Corretto`(_ version: String, _ meant: String) {
    let text = RuleCheck.runtimes("java: \(version)")
    #expect(RuleCheck.fixed(text, by: "BS217") == RuleCheck.runtimes("java: \(meant)"))
    #expect(RuleCheck.findings("BS213", in: text) == [])
  }

  @Test func `docker is not selected any more`() {
    RuleCheck.expect("BS218", at: RuleCheck.runtimes("«docker: 18»\nnodejs: 22"))
    #expect(RuleCheck.findings("BS213", in: RuleCheck.runtimes("docker: 18")) == [])
  }

  @Test func `the table of runtimes agrees with the table of images`() {
    let maintained = RuntimeTable.images.filter { ImageTable.image($0.image)?.state == .maintained }
    #expect(maintained.count == 6)
    for runtime in RuntimeTable.runtimes {
      let offered = Set(maintained.flatMap { $0.versions(of: runtime.name) })
      #expect(offered == Set(runtime.current), "\(runtime.name)")
      let older = Set(RuntimeTable.images.flatMap { $0.versions(of: runtime.name) })
      #expect(older.subtracting(offered).isSubset(of: runtime.historic), "\(runtime.name)")
    }
    for image in RuntimeTable.images {
      for runtime in image.runtimes {
        #expect(RuntimeTable.runtime(runtime.name) != nil, "\(runtime.name)")
      }
    }
  }
}
