import TestSupport
import Testing

/// The hooks for pre-commit.
@Suite struct HookManifestTests {
  private func repositoryText(_ path: String) throws -> String {
    String(decoding: try TestFiles.read(Snapshot.path("../" + path)), as: UTF8.self)
  }

  private func values(of key: String, in text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      let parts = line.drop { " -".contains($0) }.split(separator: ":", maxSplits: 1)
      return parts.first == key[...] ? String(parts[1].dropFirst()) : nil
    }
  }

  @Test func `hooks take the names that lint searches for`() async throws {
    let names = [
      "buildspec.yml", "buildspec.yaml", "buildspec-test.yml", "ci/buildspec_test.yaml",
      "a/b/buildspecs/test.yml", "ci/buildspec/test.yaml", "mybuildspec.yml",
      "ci/test.yml", "buildspec.json", "ci/buildspecs/deep/test.yml", "ci/old-buildspecs/test.yml",
    ]
    let manifest = try repositoryText(".pre-commit-hooks.yaml")
    let example = try repositoryText("docs/pre-commit.md")
    let patterns = values(of: "files", in: manifest + example).filter { !$0.contains("codebuild") }
    #expect(patterns.count == 4)
    #expect(Set(patterns).count == 1)
    let pattern = try Regex(try #require(patterns.first))

    // An empty list is no buildspec, so only the name counts, and each file has a finding.
    let folder = try TemporaryDirectory(
      Dictionary(uniqueKeysWithValues: names.map { ($0, "[]\n") }))
    let outcome = try await Tool.run(["lint", "--format", "concise"], in: folder.path)
    let found = Set(outcome.output.split(separator: "\n").map { String($0.prefix { $0 != ":" }) })
    #expect(found == Set(names.filter { $0.contains(pattern) }))
    #expect(found.count == 6)
    #expect(!".buildspecrc.yml".contains(pattern))
  }

  @Test func `hook and examples name the version of the tool`() async throws {
    let version = try await Tool.run(["--version"], in: "/").output.split(separator: "\n")[0]
    let manifest = try repositoryText(".pre-commit-hooks.yaml")
    #expect(values(of: "entry", in: manifest).contains("buildspec:\(version) lint"))
    for document in ["README.md", "docs/pre-commit.md"] {
      let revisions = values(of: "rev", in: try repositoryText(document))
      #expect(!revisions.isEmpty && revisions.allSatisfy { $0 == "v\(version)" }, "\(document)")
    }
  }
}
