import TestSupport
import Testing

@testable import BuildExecution

/// Which commands of an image's list a buildspec asks for.
struct RuntimeSelectionTests {
  static let list = """
    version: 0.1
    runtimes:
      android:
        versions:
          28: {requires: {java: [corretto8]}, commands: [android 28]}
          29: {requires: {java: [corretto8, corretto11]}, commands: [android 29]}
      java:
        versions:
          corretto11: {commands: [java 11]}
          corretto8: {commands: [java 8]}
      nodejs:
        versions:
          9: {commands: [node 9]}
          12: {commands: [node 12]}
      python:
        versions:
          3.9: {commands: python 3.9}
          3.10: {commands: [python 3.10, more]}
          2.7: {commands: [python 2.7]}
          3.1: {commands: [python 3.1]}
          default: {commands: [install $VERSION]}
    """

  private func choices(
    _ wanted: KeyValuePairs<String, String>, report: (RuntimeStep) -> Void = { _ in }
  ) throws -> [RuntimeSelection.Choice] {
    let list = try RuntimeList(Array(Self.list.utf8))
    return try withoutActuallyEscaping(report) { report in
      try RuntimeSelection(list: list, report: report).choices(
        for: wanted.map { RuntimeSelection.Wanted(runtime: $0, version: $1) })
    }
  }

  private func failure(_ wanted: KeyValuePairs<String, String>) throws -> String? {
    do {
      _ = try choices(wanted)
      return nil
    } catch let problem as RuntimeProblem {
      return "\(problem.context.code) \(problem.context.message)"
    }
  }

  @Test(arguments: [
    ("python", "3.10", ["python 3.10", "more"]), ("python", "3.1", ["python 3.1"]),
    ("python", "3.9", ["python 3.9"]), ("python", "3.x", ["python 3.10", "more"]),
    ("python", "2.x", ["python 2.7"]), ("python", "latest", ["python 3.10", "more"]),
    ("python", "3.11.4", ["install $VERSION"]), ("nodejs", "latest", ["node 12"]),
    ("nodejs", "9.x", ["node 9"]), ("java", "corretto8.x", ["java 8"]),
    ("java", "latest", ["java 11"]),
  ])
  func `a version leads to its commands`(
    runtime: String, version: String, commands: [String]
  ) throws {
    let choices = try choices([runtime: version])
    #expect(choices.flatMap(\.entry.commands) == commands)
  }

  @Test func `an alias is told with what it stands for`() throws {
    var steps: [RuntimeStep] = []
    _ = try choices(["nodejs": "latest", "python": "3.9"]) { steps.append($0) }
    #expect(
      steps == [
        .resolved(runtime: "nodejs", alias: "latest", version: "12"),
        .selected(runtime: "nodejs", version: "12"),
        .selected(runtime: "python", version: "3.9"),
      ])
  }

  @Test func `what is required is installed first`() throws {
    let choices = try choices(["android": "29", "nodejs": "12"])
    #expect(choices.flatMap(\.entry.commands) == ["java 8", "android 29", "node 12"])
  }

  @Test func `requirements of requirements come first, and circles end`() throws {
    let list = try RuntimeList(
      Array(
        """
        runtimes:
          a: {versions: {1: {requires: {b: ["1"]}, commands: [a]}}}
          b: {versions: {1: {requires: {c: ["1"]}, commands: [b]}}}
          c: {versions: {1: {requires: {a: ["1"]}, commands: [c]}}}
        """.utf8))
    let selection = RuntimeSelection(list: list, report: { _ in })
    let choices = try selection.choices(for: [.init(runtime: "a", version: "1")])
    #expect(choices.map(\.runtime) == ["c", "b", "a"])
  }

  @Test func `a fitting selection meets a requirement`() throws {
    let choices = try choices(["android": "29", "java": "corretto11"])
    #expect(choices.flatMap(\.entry.commands) == ["android 29", "java 11"])
  }

  @Test func `a conflict fails after it was told`() throws {
    var last: RuntimeStep?
    #expect(throws: RuntimeProblem.self) {
      _ = try choices(["android": "28", "java": "corretto11"]) { last = $0 }
    }
    #expect(
      last
        == .notOverridden(
          runtime: "java", version: "corretto11", dependent: "android", dependentVersion: "28"))
  }

  @Test func `an unknown runtime fails in the service's words`() throws {
    #expect(
      try failure(["nodejs": "12", "docker": "20"])
        == "YAML_FILE_ERROR Unknown runtime named 'docker'. "
        + "This build image has the following runtimes: android, java, nodejs, python")
  }

  @Test func `an unknown version fails in the service's words`() throws {
    #expect(
      try failure(["nodejs": "15"])
        == "YAML_FILE_ERROR Unknown runtime version named '15' of nodejs. "
        + "This build image has the following versions: 9, 12")
    #expect(try failure(["python": "4.x"])?.contains("named '4.x' of python") == true)
    #expect(try failure(["python": ""])?.hasSuffix("versions: 2.7, 3.1, 3.9, 3.10") == true)
  }

  @Test(arguments: ["", "[]", "runtimes: x", "runtimes: {a: {versions: [", "\u{0}"])
  func `a list that cannot be read is a failure of the build`(text: String) {
    #expect(throws: RuntimeProblem.self) { try RuntimeList(Array(text.utf8)) }
  }

  @Test(arguments: [
    "runtimes: {a: x}", "runtimes: {[a]: {versions: {1: {}}}, b: {versions: {1: ~, 2: [c]}}}",
    "runtimes: {b: {versions: {1: {commands: [~, {x: y}], requires: [a]}}}}",
  ])
  func `odd entries are passed over`(text: String) throws {
    let list = try RuntimeList(Array(text.utf8))
    #expect(list.runtimes.flatMap(\.versions).flatMap(\.commands) == [])
  }

  @Test(arguments: [
    ("3.9", "3.10"), ("8", "10"), ("corretto8", "corretto11"), ("3", "3.1"), ("3.13-dev", "3.13.0"),
    ("1.22.1", "1.22.10"), ("", "1"),
  ])
  func `versions are ordered by their numbers`(older: String, newer: String) {
    #expect(RuntimeVersionOrder.isOlder(older, newer))
    #expect(!RuntimeVersionOrder.isOlder(newer, older))
    #expect(!RuntimeVersionOrder.isOlder(newer, newer))
  }
}
