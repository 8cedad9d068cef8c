import BuildExecution
import Testing

/// Items of the list "Commands inside a phase".
struct CommandTests {
  @Test func `the first failure skips the rest, and finally runs`() async throws {
    let done = try await TestBuild(
      """
      version: 0.2
      phases:
        build:
          commands: [echo a, "false", echo b]
          finally: [echo c]
      """
    ).run()
    #expect(done.commands == ["echo a", "false", "echo c"])
    #expect(done.status == .failed)
    #expect(
      done.failure == "COMMAND_EXECUTION_ERROR: Error while executing command: false. "
        + "Reason: exit status 1")
  }

  @Test func `a failing finally fails the phase and stops at once`() async throws {
    let done = try await TestBuild(
      """
      version: 0.2
      phases:
        build:
          commands: [echo a]
          finally: [exit 4, echo b]
      """
    ).run()
    #expect(done.commands == ["echo a", "exit 4"])
    #expect(done.commandPhases.contains("BUILD FAILED"))
  }

  @Test func `the message is about the first failure`() async throws {
    let done = try await TestBuild(
      "version: 0.2\nphases: {build: {commands: [exit 4], finally: [exit 5]}}"
    ).run()
    #expect(done.failure?.hasSuffix("exit 4. Reason: exit status 4") == true)
    #expect(done.result.failedCommand?.outcome.status == 4)
  }

  @Test(arguments: ["false\ntrue", "false; true", "false | true"])
  func `only the last status of an item counts`(text: String) async throws {
    let done = try await TestBuild.commands(text).run()
    #expect(done.status == .succeeded)
  }

  @Test(arguments: ["true\nfalse", "true; false", "true | false"])
  func `the last status of an item fails it`(text: String) async throws {
    let done = try await TestBuild.commands(text).run()
    #expect(done.status == .failed)
  }

  @Test func `pipefail is the item's own affair`() async throws {
    let done = try await TestBuild.commands("set -o pipefail\nfalse | true", shell: "bash").run()
    #expect(done.status == .failed)
  }

  @Test(arguments: ["sh", "bash", "/bin/sh", "/bin/bash"])
  func `the folder persists over commands and phases`(shell: String) async throws {
    let done = try await TestBuild(
      """
      version: 0.2
      env: {shell: \(shell)}
      phases:
        pre_build: {commands: [mkdir -p 'a b/c', "cd 'a b'", pwd]}
        build: {commands: [cd c, pwd, cd -]}
        post_build: {commands: [pwd, 'test "$PWD" = "$CODEBUILD_SRC_DIR/a b"']}
      """
    ).run()
    #expect(done.status == .succeeded)
    let ends = done.lines.map { String($0.split(separator: "/src", maxSplits: 1).last ?? "") }
    #expect(ends == ["/a b", "/a b/c", "/a b", "/a b"])
  }

  @Test func `a build starts in CODEBUILD_SRC_DIR`() async throws {
    let done = try await TestBuild.commands("test \"$PWD\" = \"$CODEBUILD_SRC_DIR\" && pwd").run()
    #expect(done.status == .succeeded)
    #expect(done.output.hasSuffix("/src\n"))
  }

  @Test(arguments: ["sh", "bash"])
  func `variables persist without export`(shell: String) async throws {
    let done = try await TestBuild.commands(
      "A='x  y'\nB=\"it's \\\"q\\\" \\$HOME \\`\\\\\"\nC='two\nlines\n'",
      "printf '<%s>' \"$A\" \"$B\" \"$C\"", shell: shell
    ).run()
    #expect(done.output == "<x  y><it's \"q\" $HOME `\\><two\nlines\n>")
  }

  @Test(arguments: ["sh", "bash"])
  func `functions, aliases and options are lost`(shell: String) async throws {
    let done = try await TestBuild.commands(
      "f() { echo f; }\nalias g='echo g'\nset -e -u -f -C", "f", shell: shell
    ).run()
    #expect(done.result.failedCommand?.outcome.status == 127)
    let options = try await TestBuild.commands(
      "set -e -u -C", "echo $-; false; echo on", shell: shell
    )
    .run()
    #expect(options.lines.last == "on")
    #expect(options.lines.first?.contains("e") == false)
    #expect(options.lines.first?.contains("u") == false)
  }

  @Test func `arrays of bash are lost`() async throws {
    let done = try await TestBuild.commands(
      "a=(1 2); declare -A m=([k]=v); s=kept", "echo \"<${a[*]}><${m[*]}><$s>\"", shell: "bash"
    ).run()
    #expect(done.output == "<><><kept>\n")
  }

  @Test func `CODEBUILD_BUILD_SUCCEEDING tells post_build of a failure`() async throws {
    let done = try await TestBuild(
      """
      version: 0.2
      phases:
        build: {commands: [echo $CODEBUILD_BUILD_SUCCEEDING, "false"]}
        post_build: {commands: [echo $CODEBUILD_BUILD_SUCCEEDING]}
      """
    ).run()
    #expect(done.lines == ["1", "0"])
  }
}
