import SystemPackage
import TestSupport
import Testing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// `lint` as it changes files: fixes, ignore comments, baselines.
@Suite struct LintChangeTests {
  private let head = "version: 0.2\nphases:\n  build:\n    commands:\n"
  private var bad: String { head + "      - echo \"a: b\"\n      -\n" }
  private var good: String { head + "      - 'echo \"a: b\"'\n" }

  @Test func `fix writes the file, says so and fails once`() async throws {
    let folder = try TemporaryDirectory(["b.yml": bad, "c.yml": good])
    let first = try await Tool.run(["lint", "--fix", "b.yml", "c.yml"], in: folder.path)
    #expect(first.output == "")
    #expect(first.error == "fixed 2 findings in 1 file\n")
    #expect(first.status == 1)
    #expect(try folder.read("b.yml") == good)
    let second = try await Tool.run(["lint", "--fix", "b.yml"], in: folder.path)
    #expect(second.output + second.error == "")
    #expect(second.status == 0)
    #expect(folder.names() == ["b.yml", "c.yml"])
  }

  @Test func `a link stays a link and the mode stays`() async throws {
    let folder = try TemporaryDirectory(["real/b.yml": bad])
    folder.link("b.yml", to: "real/b.yml")
    folder.makeExecutable("real/b.yml")
    _ = try await Tool.run(["lint", "--fix", "b.yml"], in: folder.path)
    #expect(try folder.read("real/b.yml") == good)
    var info = stat()
    #expect(lstat(folder.file("b.yml"), &info) == 0 && info.st_mode & S_IFMT == S_IFLNK)
    #expect(stat(folder.file("real/b.yml"), &info) == 0 && info.st_mode & 0o777 == 0o755)
  }

  @Test func `diff prints what fix would do and writes nothing`() async throws {
    let folder = try TemporaryDirectory(["b.yml": bad])
    let outcome = try await Tool.run(["lint", "--diff", "b.yml"], in: folder.path)
    #expect(
      outcome.output == """
        --- b.yml
        +++ b.yml
        @@ -2,5 +2,4 @@
         phases:
           build:
             commands:
        -      - echo "a: b"
        -      -
        +      - 'echo "a: b"'

        """)
    #expect(outcome.status == 1)
    #expect(try folder.read("b.yml") == bad)
    try folder.write(outcome.output, to: "p")
    _ = try await Tool.run("/usr/bin/env", ["patch", "-s", "b.yml", "p"], in: folder.path)
    #expect(try folder.read("b.yml") == good)
    #expect(try await Tool.run(["lint", "--diff", "b.yml"], in: folder.path).status == 0)
  }

  @Test func `standard input is fixed to standard output`() async throws {
    let folder = try TemporaryDirectory()
    let outcome = try await Tool.run(["lint", "--fix", "-"], in: folder.path, input: bad)
    #expect(outcome.output == good)
    #expect(outcome.status == 1)
  }

  @Test func `unsafe fixes are only made when they are asked for`() async throws {
    let text = "version: 0.2\nphases:\n  biuld:\n    commands:\n      - make\n"
    let folder = try TemporaryDirectory(["b.yml": text])
    let safe = try await Tool.run(["lint", "--fix", "b.yml"], in: folder.path)
    #expect(safe.status == 1 && safe.output.contains("BS107"))
    #expect(try folder.read("b.yml") == text)
    let unsafe = try await Tool.run(["lint", "--fix", "--unsafe-fixes", "b.yml"], in: folder.path)
    #expect(unsafe.output == "")
    #expect(try folder.read("b.yml") == text.replacing("biuld", with: "build"))
  }

  @Test func `ignore comments are added with a reason, and hide until they are not honoured`()
    async throws
  {
    let script = "      - |\n        echo\n      - \"a\n        b\"\n"
    let folder = try TemporaryDirectory(["b.yml": head + "      -\n      - 1\n" + script])
    let added = try await Tool.run(["lint", "--add-ignore=old ones", "b.yml"], in: folder.path)
    #expect(added.status == 0)
    #expect(added.error == "ignored 2 findings in 1 file\n")
    #expect(
      try folder.read("b.yml") == head + "      - # buildspec: ignore[BS204] old ones\n"
        + "      - 1 # buildspec: ignore[BS205] old ones\n" + script)
    let again = try await Tool.run(["lint", "--add-ignore", "b.yml"], in: folder.path)
    #expect(again.output + again.error == "")
    let shown = try await Tool.run(
      ["lint", "--no-ignores", "--format", "concise", "b.yml"], in: folder.path)
    #expect(shown.output.split(separator: "\n").count == 2)
  }

  @Test func `a baseline hides what it lists, from any folder`() async throws {
    let folder = try TemporaryDirectory(["ci/b.yml": bad, "c.yml": bad])
    let written = try await Tool.run(
      ["lint", "--write-baseline", "known.json", "ci/b.yml"], in: folder.path)
    #expect(written.status == 0)
    #expect(written.error == "wrote 2 findings to known.json\n")
    try folder.write("# moved\n" + bad, to: "ci/b.yml")
    let hidden = try await Tool.run(
      ["lint", "--baseline", "../known.json", "b.yml"], in: folder.file("ci"))
    #expect(hidden.output + hidden.error == "")
    let other = try await Tool.run(["lint", "--baseline", "known.json", "c.yml"], in: folder.path)
    #expect(other.status == 1)
  }

  @Test(arguments: [
    (["lint", "--unsafe-fixes", "b.yml"], "--unsafe-fixes needs --fix or --diff"),
    (["lint", "--fix", "--diff", "b.yml"], "--fix and --diff exclude each other"),
    (["lint", "--baseline", "b.yml", "b.yml"], "b.yml: is no baseline"),
    (["lint", "--baseline", "nosuch", "b.yml"], "nosuch: no such file"),
  ])
  func `wrong use is one line`(_ arguments: [String], _ message: String) async throws {
    let folder = try TemporaryDirectory(["b.yml": good])
    let outcome = try await Tool.run(arguments, in: folder.path)
    #expect(outcome.status == 2)
    #expect(outcome.error.contains(message))
    #expect(outcome.error.split(separator: "\n").count == 1)
  }
}
