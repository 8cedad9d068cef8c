import BuildspecModel
import Diagnostics
import ShellSyntax
import TestSupport
import Testing

/// The reading of scripts agrees with bash's own (`bash -n`) on what is complete.
@Suite(.enabled(if: Corpus.exists, "the corpus of real buildspecs is not here"))
struct CorpusShellTests {
  @Test func `scripts are complete when bash says so`() async throws {
    var scripts: [String] = []
    for file in Corpus.files(in: "valid") {
      let buildspec = BuildspecFile(source: try Corpus.source("valid", file)).buildspec
      let shell = buildspec.env?.shell?.value
      guard shell != "powershell.exe", shell != "cmd.exe" else { continue }
      scripts += buildspec.phases.flatMap { ($0.commands ?? []) + ($0.finally ?? []) }.map(\.text)
    }
    let distinct = Array(Set(scripts)).sorted()
    let folder = try TemporaryDirectory()
    for (index, script) in distinct.enumerated() {
      try folder.write(script, to: "s/\(index)")
    }
    let outcome = try await Tool.run(
      "/bin/bash", ["-c", "for f in s/*; do bash -n \"$f\" 2>/dev/null || echo \"${f#s/}\"; done"],
      in: folder.path)
    let broken = Set(outcome.output.split(separator: "\n").compactMap { Int($0) })
    var differences: [String] = []
    for (index, script) in distinct.enumerated() {
      let isBroken = ShellScript(parsing: script).problem != nil
      if isBroken != broken.contains(index) {
        differences.append("bash: \(broken.contains(index) ? "broken" : "fine"): \(script)")
      }
      if isBroken, PlainScript.covers(script) { differences.append("taken as plain: \(script)") }
    }
    #expect(differences == [])
  }
}
