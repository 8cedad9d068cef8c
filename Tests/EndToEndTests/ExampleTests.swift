import TestSupport
import Testing

/// Each buildspec in `examples` is linted and planned; those that say so are run.
@Suite struct ExampleTests {
  static let folder = Snapshot.path("../examples")
  static let names = TestFiles.list(folder)

  @Test func `there are at least ten`() {
    #expect(Self.names.count >= 10)
  }

  @Test(arguments: names)
  func `it has no findings and a plan`(_ name: String) async throws {
    for file in files(name) {
      let lint = try await Tool.run(["lint", "--fail-on", "info", file], in: Self.folder)
      #expect(lint.output == "")
      #expect(lint.status == 0)
      // What only starts other builds has nothing to do in one of its own.
      guard try text(file).contains("\nphases:") else { continue }
      let plan = try await Tool.run(["plan", "--format", "json", file], in: Self.folder)
      #expect(plan.status == 0)
      #expect(plan.output.hasPrefix("{"))
    }
  }

  @Test(arguments: ["matrix", "graph"])
  func `a batch names buildspecs that are there`(_ name: String) throws {
    let paths = try text("batch/\(name).yml").matches(of: #/examples/batch/[a-z]+\.yml/#)
    #expect(!paths.isEmpty)
    for path in paths {
      #expect(try TestFiles.read(Self.folder + "/../" + path.output).isEmpty == false)
    }
  }

  @Test(arguments: names)
  func `it says what it shows, and runs where it says so`(_ name: String) async throws {
    for file in files(name) {
      let text = try text(file)
      #expect(text.hasPrefix("# "))
      let comment = text.split(separator: "\n").prefix { $0.hasPrefix("#") }.joined()
      guard comment.contains("Runs anywhere.") else { continue }
      let run = try await Tool.run(["run", "--log", "codebuild", file], in: Self.folder)
      #expect(run.status == 0, "\(run.output)\(run.error)")
    }
  }

  private func text(_ file: String) throws -> String {
    String(decoding: try TestFiles.read(Self.folder + "/" + file), as: UTF8.self)
  }

  private func files(_ name: String) -> [String] {
    TestFiles.list(Self.folder + "/" + name).filter { $0.hasSuffix(".yml") }.map { "\(name)/\($0)" }
  }
}
