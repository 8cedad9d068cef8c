import TestSupport
import Testing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// `lint --shellcheck` with the real ShellCheck, or with a program in its place.
@Suite(.timeLimit(.minutes(5)))
struct ShellCheckTests {
  private let head = "version: 0.2\nphases:\n  build:\n    commands:\n"
  private var text: String { head + "      - echo $A\n" }
  private let finding = "info[SC2086 shellcheck]: "

  private func lint(
    _ arguments: [String], in folder: TemporaryDirectory, _ environment: [String: String] = [:],
    input: String = ""
  ) async throws -> Tool.Outcome {
    try await Tool.run(
      ["lint", "--format", "concise"] + arguments, in: folder.path,
      environment: ["BUILDSPEC_SHELLCHECK": ""].merging(environment) { $1 }, input: input)
  }

  /// A folder for `PATH` with a program in the place of ShellCheck.
  private func program(_ script: String) throws -> TemporaryDirectory {
    let folder = try TemporaryDirectory(["shellcheck": "#!/bin/sh\n\(script)\n"])
    folder.makeExecutable("shellcheck")
    return folder
  }

  @Test func `flag, environment and config choose, in this order`() async throws {
    let folder = try TemporaryDirectory(["b.yml": text])
    #expect(try await lint(["b.yml"], in: folder).output.contains(finding))
    #expect(try await lint(["--shellcheck", "on", "b.yml"], in: folder).output.contains(finding))
    #expect(try await lint(["b.yml", "--shellcheck=off"], in: folder).output == "")
    let off = ["BUILDSPEC_SHELLCHECK": "off"]
    #expect(try await lint(["b.yml"], in: folder, off).output == "")
    #expect(
      try await lint(["--shellcheck", "auto", "b.yml"], in: folder, off).output.contains(finding))
    try folder.write("shellcheck: off\n", to: ".buildspecrc.yml")
    #expect(try await lint(["b.yml"], in: folder).output == "")
    #expect(try await lint(["b.yml", "--no-config"], in: folder).output.contains(finding))
    let on = ["BUILDSPEC_SHELLCHECK": "on"]
    #expect(try await lint(["b.yml"], in: folder, on).output.contains(finding))
    let input = try await lint(["--shellcheck", "on", "-"], in: folder, input: text)
    #expect(input.output.hasPrefix("buildspec.yml:5:14: \(finding)"))
  }

  @Test func `shellcheck that is not there is passed over unless it is asked for`() async throws {
    let folder = try TemporaryDirectory(["b.yml": text, "c.yml": text])
    let none = ["PATH": folder.path + ":.:"]
    let auto = try await lint(["b.yml", "c.yml"], in: folder, none)
    #expect(auto.output + auto.error == "" && auto.status == 0)
    let line =
      "buildspec: error: ShellCheck is not installed: there is no `shellcheck` on PATH\n"
    for arguments in [["b.yml", "--shellcheck", "on"], ["--shellcheck", "on"]] {
      let on = try await lint(arguments, in: folder, none)
      #expect(on.status == 3 && on.output == "" && on.error == line)
    }
    try folder.write("shellcheck: on\n", to: ".buildspecrc.yml")
    let config = try await lint(["b.yml"], in: folder, none)
    #expect(config.status == 3 && config.error == line)
    #expect(try await lint(["--shellcheck", "off", "b.yml"], in: folder, none).status == 0)
  }

  @Test(arguments: [
    (["--shellcheck", "maybe"], "", "maybe"),
    (["--shellcheck"], "", "--shellcheck"),
    ([], "maybe", "BUILDSPEC_SHELLCHECK=maybe: write auto, on or off"),
  ])
  func `wrong words are one line`(_ flag: [String], _ variable: String, _ message: String)
    async throws
  {
    let folder = try TemporaryDirectory(["b.yml": text])
    let outcome = try await lint(
      ["b.yml"] + flag, in: folder, ["BUILDSPEC_SHELLCHECK": variable])
    #expect(outcome.status == 2)
    #expect(outcome.error.contains(message))
    #expect(outcome.error.split(separator: "\n").count == 1)
    try folder.write("shellcheck: maybe\n", to: ".buildspecrc.yml")
    let config = try await lint(["b.yml"], in: folder)
    #expect(config.output.hasPrefix(".buildspecrc.yml:1:13: error[BC003 config-wrong-type]: "))
    #expect(config.status == 2)
  }

  @Test func `all files of a run are one process a dialect`() async throws {
    let calls = try TemporaryDirectory()
    let counted = try program(
      "echo \"$@\" >> '\(calls.file("calls"))'\nPATH=${PATH#*:}\nexec shellcheck \"$@\"")
    var files: [String: String] = [:]
    for number in 10..<50 {
      let shell = number < 20 ? "env: {shell: bash}\n" : ""
      files["b\(number).yml"] =
        "version: 0.2\n\(shell)phases: {build: {commands: [echo $A, echo \(number) $A]}}\n"
    }
    let folder = try TemporaryDirectory(files)
    let path = ["PATH": "\(counted.path):/usr/local/bin:/usr/bin:/bin"]
    let outcome = try await lint(files.keys.sorted(), in: folder, path)
    #expect(outcome.output.split(separator: "\n").count == 80)
    #expect(outcome.output.hasPrefix("b10.yml:3:34: \(finding)"))
    let lines = calls.text("calls")?.split(separator: "\n").sorted() ?? []
    #expect(lines.count == 2)
    // 40 commands of their own and one that all files have; the names are numbers.
    #expect(lines.first?.contains("-s bash --norc -e ") == true)
    let names = lines.flatMap { $0.split(separator: " ").drop { $0 != "--" }.dropFirst() }
    #expect(names.count == 42)
  }

  @Test func `shellcheck that fails costs a notice`() async throws {
    let broken = try program("echo oops; exit 4")
    let folder = try TemporaryDirectory(["b.yml": text + "      -\n", "c.yml": text])
    let outcome = try await lint(
      ["b.yml", "c.yml", "--shellcheck", "on"], in: folder, ["PATH": "\(broken.path):/bin"])
    #expect(outcome.output.hasPrefix("b.yml:6:7: warning[BS204 command-null]: "))
    #expect(outcome.output.split(separator: "\n").count == 1)
    #expect(
      outcome.error
        == "buildspec: notice: the findings of ShellCheck are left out: it ended with status 4\n")
    #expect(outcome.status == 0)
  }

  @Test func `nothing stays behind, also after a signal`() async throws {
    let folder = try TemporaryDirectory(["b.yml": text])
    folder.createFolder("tmp")
    let place = ["TMPDIR": folder.file("tmp")]
    #expect(try await lint(["b.yml"], in: folder, place).output.contains(finding))
    #expect(folder.names("tmp") == [])
    for (name, number) in [("INT", 2), ("TERM", 15)] {
      let slow = try program(
        "ls -d \"$TMPDIR\"/* > '\(folder.file("seen"))'\nkill -\(name) $PPID\nexec sleep 300")
      let ended = try await lint(
        ["b.yml", "--shellcheck", "on"], in: folder,
        place.merging(["PATH": "\(slow.path):/usr/bin:/bin"]) { $1 })
      #expect(ended.status == Int32(128 + number))
      #expect(ended.output + ended.error == "")
      #expect(folder.text("seen")?.contains("/tmp/buildspec-") == true)
      #expect(folder.names("tmp") == [])
    }
  }

  @Test func `the scripts lie where nobody else can read them`() async throws {
    let folder = try TemporaryDirectory(["b.yml": text])
    let curious = try program(
      "{ pwd; stat -c %a . 0; } > '\(folder.file("seen"))'\necho '{\"comments\":[]}'")
    let outcome = try await lint(
      ["b.yml", "--shellcheck", "on"], in: folder,
      ["PATH": "\(curious.path):/usr/bin:/bin", "TMPDIR": ""])
    #expect(outcome.error == "")
    let seen = try folder.read("seen").split(separator: "\n")
    #expect(seen.dropFirst() == ["700", "600"])
    let parent = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
    #expect(seen[0].hasPrefix("\(parent)/buildspec-"))
    #expect(access(String(seen[0]), F_OK) != 0, "nothing stays")
  }

  @Test func `the options of a person's own scripts do not count`() async throws {
    let folder = try TemporaryDirectory(["b.yml": text, ".shellcheckrc": "disable=SC2086\n"])
    let own = ["SHELLCHECK_OPTS": "-e SC2086", "TMPDIR": folder.path]
    #expect(try await lint(["b.yml"], in: folder, own).output.contains(finding))
  }

  @Test func `fixes, ignore comments and baselines treat them as others`() async throws {
    let folder = try TemporaryDirectory(["b.yml": text, "c.yml": text, "d.yml": text])
    let fix = try await lint(["--fix", "--unsafe-fixes", "b.yml"], in: folder)
    #expect(fix.output == "" && fix.status == 1)
    #expect(try folder.read("b.yml") == head + "      - echo \"$A\"\n")
    let added = try await lint(["--add-ignore=words", "c.yml"], in: folder)
    #expect(added.output == "")
    #expect(
      try folder.read("c.yml") == head + "      - echo $A # buildspec: ignore[SC2086] words\n")
    _ = try await lint(["--write-baseline", "known.json", "d.yml"], in: folder)
    #expect(try await lint(["--baseline", "known.json", "d.yml"], in: folder).output == "")
    // Without ShellCheck nobody knows whether the comment is idle.
    #expect(try await lint(["--shellcheck", "off", "c.yml"], in: folder).output == "")
  }

  @Test func `explain and rules lead to shellcheck's own pages`() async throws {
    let folder = try TemporaryDirectory()
    let page = "https://www.shellcheck.net/wiki/SC2086"
    let known = try await Tool.run(["explain", "sc2086"], in: folder.path)
    #expect(known.output == "SC2086 is a finding of ShellCheck: \(page)\n")
    let dropped = try await Tool.run(["explain", "SC2034"], in: folder.path)
    #expect(dropped.output.hasSuffix("(not reported here: a later command may use the variable)\n"))
    let rules = try await Tool.run(["rules"], in: folder.path)
    #expect(rules.output.hasSuffix("see https://www.shellcheck.net/wiki/\n"))
    try folder.write(text, to: "b.yml")
    let sarif = try await lint(["--shellcheck", "on", "--format", "sarif", "b.yml"], in: folder)
    #expect(sarif.status == 2, "one format goes to standard output")
    let report = try await Tool.run(
      ["lint", "--shellcheck", "on", "--format", "sarif", "b.yml"], in: folder.path)
    #expect(report.output.contains("\"SC2086\"") && report.output.contains(page))
  }

  @Test func `the examples are clean`() async throws {
    let outcome = try await Tool.run(
      ["lint", "--shellcheck", "on", "--fail-on", "warning", "buildspec.yml", "examples"],
      in: Snapshot.path(".."))
    #expect(outcome.status == 0, "\(outcome.output)")
  }
}
