import BuildspecLint
import BuildspecModel
import Diagnostics
import TestSupport
import Testing

@testable import Commands

/// How ShellCheck is started, and what happens when it does not do what it should.
@Suite(.timeLimit(.minutes(5)))
struct ShellCheckRunnerTests {
  private let scripts = (0..<9).map { number in
    ShellCheckScript(
      dialect: number < 6 ? .dash : .bash, text: "echo $A \(number)\n[[ $B = \(number) ]]\n")
  }

  @Test func `there is one process a dialect, and batches give the same`() async throws {
    let counted = try Wrapper(
      "echo call >> '%/calls'\nPATH=/usr/local/bin:/usr/bin:/bin\nexec shellcheck \"$@\"")
    let whole = try await offPool { [scripts] in try counted.runner.run(scripts) }
    #expect(counted.calls == 2)
    #expect(whole.count == 9)
    #expect(whole[scripts[0]]?.map(\.code).contains(3010) == true)
    #expect(whole[scripts[8]]?.map(\.code) == [2086])
    var small = counted.runner
    small.batchSize = 2
    let batched = try await offPool { [small, scripts] in try small.run(scripts) }
    #expect(batched == whole)
    #expect(counted.calls == 2 + 5)
  }

  @Test func `a script is asked about once`() async throws {
    let counted = try Wrapper(
      "echo call >> '%/calls'\necho \"$@\" >> '%/words'\necho '{\"comments\":[]}'")
    let store = ShellCheckStore(counted.runner)
    let twice = [scripts[0], scripts[1], scripts[0]]
    for _ in 1...2 {
      let answers = try await offPool { store.comments(on: twice) }
      #expect(answers?.count == 2)
    }
    #expect(counted.calls == 1)
    #expect(counted.folder.text("words")?.hasSuffix(" -- 0 1\n") == true)
  }

  @Test(arguments: [
    ("echo '{\"comments\":[{\"file\":'", "its output cannot be read"),
    ("echo '{\"comments\":[{\"file\":\"0\",\"line\":1}]}'", "its output cannot be read"),
    ("echo '{\"comments\":[]}'; exit 3", "it ended with status 3"),
    ("kill -SEGV $$", "it was ended by signal 11"),
    ("exec sleep 300", "it took longer than 0 seconds"),
  ])
  func `a failure has its reason, and is told once`(_ script: String, _ reason: String) async throws
  {
    let broken = try Wrapper("echo call >> '%/calls'\n" + script)
    var runner = broken.runner
    if script.contains("sleep") {
      runner.patience = (.milliseconds(200), .zero)
    }
    await #expect(throws: ShellCheckFailure.failed(reason)) {
      _ = try await offPool { [runner, scripts] in try runner.run([scripts[0]]) }
    }
    let store = ShellCheckStore(runner)
    for script in scripts.prefix(2) {
      let answers = try await offPool { store.comments(on: [script]) }
      #expect(answers == nil)
    }
    // One that is ended in time may not have come to say that it was called.
    #expect(script.contains("sleep") ? broken.calls <= 2 : broken.calls == 2)
  }

  @Test(arguments: ["kill -INT $$", "exit 130"])
  func `an interrupted shellcheck interrupts us`(_ script: String) async throws {
    let ended = try Wrapper(script)
    await #expect(throws: ShellCheckFailure.interrupted(2)) {
      _ = try await offPool { [scripts] in try ended.runner.run([scripts[0]]) }
    }
  }

  @Test func `a place outside of the script does no harm`() async throws {
    let comment = """
      {"file":"0","line":9,"endLine":9,"column":1,"endColumn":2,"level":"error","code":2086,\
      "message":"m","fix":{"replacements":[{"line":9,"endLine":9,"column":1,"endColumn":1,\
      "replacement":"x","precedence":1,"insertionPoint":"afterEnd"}]}}
      """
    let odd = try Wrapper("cat <<'X'\n{\"comments\":[\(comment)]}\nX")
    let answers = try await offPool { [scripts] in try odd.runner.run([scripts[0]]) }
    #expect(answers[scripts[0]]?.first?.replacements.count == 1)
    let store = ShellCheckStore(odd.runner)
    let marked = MarkedText("version: 0.2\nphases: {build: {commands: [«echo 1»]}}\n")
    let found = try await offPool {
      let context = LintContext()
      context.shellCheck = store.comments
      return Linter.lint(
        BuildspecFile(source: SourceText(path: "b.yml", text: marked.text)), context)
    }
    #expect(found.map(\.range) == marked.ranges, "the whole command")
    #expect(found.first?.fix == nil)
  }
}

/// A program in the place of ShellCheck; `%` in its script stands for its folder.
private struct Wrapper: Sendable {
  let folder: TemporaryDirectory

  init(_ script: String) throws {
    folder = try TemporaryDirectory()
    try folder.write(
      "#!/bin/sh\n\(script.replacing("%", with: folder.path))\n", to: "shellcheck")
    folder.makeExecutable("shellcheck")
  }

  var runner: ShellCheckRunner { ShellCheckRunner(program: folder.file("shellcheck")) }

  var calls: Int { folder.text("calls")?.split(separator: "\n").count ?? 0 }
}
