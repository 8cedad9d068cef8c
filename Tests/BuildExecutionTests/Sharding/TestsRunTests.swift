import BuildExecution
import BuildPlanning
import TestSupport
import Testing

/// `codebuild-tests-run` in a build.
struct TestsRunTests {
  private static let files = Dictionary(
    uniqueKeysWithValues: ["a", "b", "c", "d", "e"].map { ("t/\($0).txt", "") })

  private func run(
    _ command: String, shard: Shard? = nil, files: [String: String] = files
  ) async throws -> FinishedBuild {
    let build = try TestBuild.commands(command)
    for (name, text) in files { try build.folder.write(text, to: "project/\(name)") }
    var given = build
    given.request.shard = shard
    return try await given.run()
  }

  private func tests(_ command: String, _ more: String = "") -> String {
    """
    codebuild-tests-run --test-command '\(command)' \\
      --files-search "codebuild-glob-search 't/*'" \(more)
    """
  }

  @Test func `a build gets its part of the files, behind its command`() async throws {
    let done = try await run(tests("echo test"), shard: Shard(number: 2, count: 2))
    #expect(
      done.lines == [
        "codebuild-tests-run: build 2 of 2: 2 of 5 files", "test t/d.txt t/e.txt",
      ])
  }

  @Test(arguments: ["equal-distribution", "stability"])
  func `the builds of a fan-out run each file once`(_ strategy: String) async throws {
    var seen: [String] = []
    for number in 1...3 {
      let command = tests("printf \"%s\\n\"", "--sharding-strategy=\(strategy) 2>/dev/null")
      seen += try await run(command, shard: Shard(number: number, count: 3)).lines
    }
    #expect(seen.sorted() == Self.files.keys.sorted())
  }

  @Test func `outside of a fan-out all files are run, and that is told`() async throws {
    let done = try await run(tests("echo"))
    #expect(
      done.lines == [
        "codebuild-tests-run: not a part of a fan-out: 5 of 5 files",
        "t/a.txt t/b.txt t/c.txt t/d.txt t/e.txt",
      ])
  }

  @Test func `a command may put the files where it wants them`() async throws {
    let command = #"echo "$(echo "$CODEBUILD_CURRENT_SHARD_FILES" | tr "\n" ,)""#
    let done = try await run(tests(command), shard: Shard(number: 1, count: 2))
    #expect(done.lines.last == "t/a.txt,t/b.txt,t/c.txt,")
  }

  @Test func `a build without files succeeds and runs nothing`() async throws {
    let done = try await run(tests("exit 1;"), shard: Shard(number: 6, count: 6))
    #expect(done.status == .succeeded)
    #expect(done.lines == ["codebuild-tests-run: build 6 of 6: 0 of 5 files; nothing is run"])
  }

  @Test func `the status of the tests is that of the program`() async throws {
    let done = try await run(
      "\(tests("exit 9;")); echo $?; (\(tests("kill -15 $$;"))); echo $?")
    #expect(done.lines.filter { Int($0) != nil } == ["9", "143"])
  }

  @Test func `a search that fails ends with its status, and nothing is run`() async throws {
    let done = try await run(
      """
      codebuild-tests-run --test-command 'echo ran' --files-search 'echo a; exit 4'; echo $?
      codebuild-tests-run --test-command 'echo ran' --files-search 'kill -9 $$'; echo $?
      codebuild-tests-run --test-command 'echo ran' --files-search "printf 'a\\\\0b'"; echo $?
      """)
    #expect(
      done.lines == [
        "codebuild-tests-run: --files-search ended with exit status 4: echo a; exit 4", "4",
        "codebuild-tests-run: --files-search ended with signal 9: kill -9 $$", "137",
        "codebuild-tests-run: --files-search ended with zero bytes between the files, "
          + "not line breaks: printf 'a\\0b'", "1",
      ])
  }

  @Test func `names that are hard for shells reach the tests whole`() async throws {
    let names = ["a b", "c'd", "e\"f", "$(touch g)", "-h", "i;j", "ü", "k*l"]
    let files = Dictionary(uniqueKeysWithValues: names.map { ("t/\($0)", "") })
    let done = try await run(tests("ls -1"), files: files)
    #expect(Set(done.lines.dropFirst()) == Set(files.keys))
  }

  @Test func `more names than one variable holds are run all the same`() async throws {
    let done = try await run(
      """
      codebuild-tests-run --files-search 'seq 30000' --test-command 'printf "%s\\n"' | wc -l
      codebuild-tests-run --files-search 'seq 30000' \\
        --test-command 'echo "$CODEBUILD_CURRENT_SHARD_FILES"'; echo $?
      """)
    #expect(done.lines.contains("30000"))
    #expect(
      done.lines.suffix(2) == [
        "codebuild-tests-run: cannot start sh: Argument list too long; "
          + "split the tests among more builds", "3",
      ])
  }

  @Test func `a pipe whose reader goes away ends the tests as it does in a shell`() async throws {
    let done = try await run("\(tests("yes")) | head -n 1; yes | head -n 1")
    #expect(done.status == .succeeded)
    #expect(done.lines.last == "y")
  }

  @Test(arguments: [
    ("", "Missing expected argument '--test-command <test-command>'"),
    ("--test-command x", "Missing expected argument '--files-search <files-search>'"),
    ("--test-command x --files-search=' '", "--files-search: there is no command"),
    (
      "--test-command=x --files-search=x --sharding-strategy=z",
      "The value 'z' is invalid for '--sharding-strategy <sharding-strategy>'. "
        + "Please provide one of 'equal-distribution' and 'stability'."
    ), ("--test-command=x --files-search=x y", "Unexpected argument 'y'"),
  ])
  func `a wrong use is told in one line`(arguments: String, message: String) async throws {
    let done = try await run("codebuild-tests-run \(arguments); echo $?")
    #expect(
      done.lines == [
        "codebuild-tests-run: \(message) (see `codebuild-tests-run --help`)", "2",
      ])
  }

  @Test(arguments: [
    ("BUILDSPEC_SHARD=4 BUILDSPEC_SHARDS=3", "BUILDSPEC_SHARD=4: expected a number from 1 to 3"),
    ("BUILDSPEC_SHARDS=3", "BUILDSPEC_SHARD is not set: expected a number from 1 to 3"),
    ("BUILDSPEC_SHARD=1", "BUILDSPEC_SHARDS is not set: expected a number of builds"),
    ("BUILDSPEC_SHARD=1 BUILDSPEC_SHARDS=x", "BUILDSPEC_SHARDS=x: expected a number of builds"),
  ])
  func `variables that make no sense are told`(variables: String, message: String) async throws {
    let done = try await run("\(variables) \(tests("echo ran")); echo $?")
    #expect(done.lines == ["codebuild-tests-run: \(message)", "2"])
  }

  @Test func `help is no error`() async throws {
    let done = try await run("codebuild-tests-run --help")
    #expect(done.status == .succeeded)
    #expect(done.output.contains("USAGE: codebuild-tests-run --test-command <test-command>"))
  }
}
