import BuildExecution
import Testing

/// Items of the list "How one shell really works".
struct ItemScriptTests {
  @Test func `the first line of an item is line 4 in the messages of dash`() async throws {
    let done = try await TestBuild.commands("nosuchcommand").run()
    #expect(done.output.contains("/script.sh: 4: nosuchcommand: not found"))
    #expect(done.result.failedCommand?.outcome == .exited(127))
  }

  @Test func `the first line of an item is line 4 in the messages of bash`() async throws {
    let done = try await TestBuild.commands("nosuchcommand", shell: "bash").run()
    #expect(done.output.contains("/script.sh: line 4: nosuchcommand: command not found"))
  }

  @Test(arguments: ["sh", "bash"])
  func `CODEBUILD_LAST_EXIT is visible in the next item`(shell: String) async throws {
    let done = try await TestBuild.commands("true", "echo $CODEBUILD_LAST_EXIT", shell: shell).run()
    #expect(done.output == "0\n")
  }

  @Test(arguments: ["sh", "bash"])
  func `exit leaves before the state is saved and ends only its item`(shell: String) async throws {
    let done = try await TestBuild.commands(
      "A=old", "A=new; cd /; exit 0", "echo $A; pwd", shell: shell
    ).run()
    #expect(done.status == .succeeded)
    #expect(done.lines.first == "old")
    #expect(done.lines.last?.hasSuffix("/src") == true)
  }

  @Test(arguments: ["sh", "bash"])
  func `a failing set -e leaves before the state is saved`(shell: String) async throws {
    let done = try await TestBuild(
      """
      version: 0.2
      env: {shell: \(shell)}
      phases:
        build: {commands: ["set -e; A=new; false; A=newer"]}
        post_build: {commands: ["echo .$A."]}
      """
    ).run()
    #expect(done.lines.last == "..")
    #expect(done.result.failedCommand?.outcome == .exited(1))
  }

  @Test func `version 0.1 carries nothing over`() async throws {
    let done = try await TestBuild(
      """
      version: 0.1
      phases:
        build: {commands: ["A=1; cd /; nosuchcommand; true", "echo .$A.; pwd"]}
      """
    ).run()
    #expect(done.output.contains(": 4: nosuchcommand"))
    #expect(done.lines.dropFirst().first == "..")
    #expect(done.lines.last?.hasSuffix("/src") == true)
  }

  @Test(arguments: ["sh", "bash"])
  func `a backslash, a comment or a here-document at the end harm nothing`(
    shell: String
  ) async throws {
    let done = try await TestBuild.commands(
      "echo a \\", "echo b # comment", "cat <<X\nc\nX", "A=1 # 'quote", "echo $A", shell: shell
    ).run()
    #expect(done.status == .succeeded)
    #expect(done.lines == ["a", "b", "c", "1"])
  }

  @Test(arguments: ["sh", "bash"])
  func `an open quote fails its item alone`(shell: String) async throws {
    let done = try await TestBuild(
      """
      version: 0.2
      env: {shell: \(shell)}
      phases:
        build: {commands: ["echo 'open"]}
        post_build: {commands: [echo after]}
      """
    ).run()
    #expect(done.status == .failed)
    #expect(done.lines.last == "after")
  }

  @Test(arguments: ["sh", "bash"])
  func `noclobber does not hinder the saving`(shell: String) async throws {
    let done = try await TestBuild.commands("set -C; A=1", "set -C; A=2", "echo $A", shell: shell)
      .run()
    #expect(done.output == "2\n")
  }

  @Test(arguments: ["sh", "bash"])
  func `after a folder that is gone the source folder is taken`(shell: String) async throws {
    let done = try await TestBuild.commands(
      "mkdir gone; cd gone; rmdir ../gone", "pwd", "pwd", shell: shell
    ).run()
    #expect(done.status == .succeeded)
    #expect(done.lines.count == 3)
    #expect(done.lines.dropFirst().allSatisfy { $0.hasSuffix("/src") })
  }

  @Test(arguments: ["sh", "bash"])
  func `read-only variables are carried`(shell: String) async throws {
    let done = try await TestBuild.commands("readonly R=1; S=1", "S=2", "echo $R$S", shell: shell)
      .run()
    #expect(done.output == "12\n")
  }

  @Test func `what bash keeps for itself may be exported`() async throws {
    let done = try await TestBuild.commands(
      "export SHELLOPTS UID; A=1", "echo $A", shell: "bash"
    ).run()
    #expect(done.output == "1\n")
  }

  @Test(arguments: ["sh", "bash"])
  func `names that no shell accepts break nothing`(shell: String) async throws {
    var build = try TestBuild.commands(
      "A=1", "env 'X.Y=2' sh -c 'true'; echo $A", shell: shell)
    build.environment["A.B"] = "c"
    build.environment["with space"] = "c"
    build.environment["BASH_FUNC_f%%"] = "() { echo f; }"
    let done = try await build.run()
    #expect(done.output == "1\n")
  }

  @Test func `inherited names of the driver's own variables stay out of the commands`() async throws
  {
    var build = try TestBuild.commands("env | grep -c _bs_ || true")
    build.environment["_bs_nonce"] = "x"
    #expect(try await build.run().output == "0\n")
  }

  @Test func `commands read nothing from standard input`() async throws {
    let done = try await TestBuild.commands("cat; echo end").run()
    #expect(done.output == "end\n")
  }

  @Test func `both streams come in the order they were written`() async throws {
    let done = try await TestBuild.commands("for i in 1 2 3; do echo o$i; echo e$i >&2; done").run()
    #expect(done.lines == ["o1", "e1", "o2", "e2", "o3", "e3"])
  }

  @Test func `state and scripts are outside the source and for their owner alone`() async throws {
    let done = try await TestBuild.commands(
      "ls -A; stat -c '%a %F' ../tmp ../tmp/* ..; case $0 in $PWD/*) echo inside;; esac"
    ).run()
    #expect(Set(done.lines) == ["700 directory", "600 regular file"])
  }
}
