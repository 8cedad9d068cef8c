import BuildExecution
import BuildPlanning
import TestSupport
import Testing

/// The `reports` section: which files are found, where they go, and what is told.
struct ReportTests {
  private func build(
    _ reports: String,
    commands: String = "mkdir -p out/sub; echo 1 > out/a.xml; echo 2 > out/sub/b.xml",
    more: String = "", folder: String? = "kept"
  ) throws -> TestBuild {
    let indented = reports.split(separator: "\n").map { "  \($0)\n" }.joined()
    var build = try TestBuild(
      "version: 0.2\nphases:\n  build:\n    commands:\n      - '\(commands)'\nreports:\n\(indented)\(more)"
    )
    build.request.reportsFolder = folder
    return build
  }

  private func kept(_ build: TestBuild) -> [String] { build.folder.files("kept") }

  @Test func `files go to a folder of their group`() async throws {
    let build = try build(
      """
      unit: {files: ['**/*.xml'], base-directory: out}
      flat: {files: ['out/**/*'], discard-paths: yes, file-format: CucumberJson}
      arn:aws:codebuild:eu-west-1:123456789012:report-group/named: {files: [out/a.xml]}
      """)
    let done = try await build.run()
    #expect(done.status == .succeeded)
    #expect(
      kept(build) == [
        "flat/a.xml", "flat/b.xml", "named/out/a.xml", "unit/a.xml", "unit/sub/b.xml",
      ])
    #expect(done.reports.map(\.group) == ["unit", "flat", "named"])
    #expect(done.reports.map(\.format) == ["JUNITXML", "CUCUMBERJSON", "JUNITXML"])
    #expect(done.reports.map(\.fileCount) == [2, 2, 1])
  }

  @Test func `the name of a group may be a variable`() async throws {
    let build = try build(
      "$GROUP: {files: ['out/*']}", commands: "GROUP=mine; mkdir out; echo 1 > out/a.xml")
    _ = try await build.run()
    #expect(kept(build) == ["mine/out/a.xml"])
  }

  @Test func `without a folder files are counted`() async throws {
    let build = try build("unit: {files: ['out/**/*']}", folder: nil)
    let done = try await build.run()
    #expect(done.reports.first?.fileCount == 2)
    #expect(done.reports.first?.folder == nil)
    #expect(done.log.contains("Found 2 file(s)"))
    #expect(done.notices == [])
  }

  @Test func `a group without files fails the build, and the others are kept`() async throws {
    let build = try build("none: {files: ['*.no']}\nunit: {files: ['out/*']}\ngone: {files: [x]}")
    let done = try await build.run()
    #expect(
      done.failure
        == "CLIENT_ERROR: Error in UPLOAD_ARTIFACTS phase: [none: [report files not found "
        + "in build]], [gone: [report files not found in build]]")
    #expect(done.phases.last == "UPLOAD_ARTIFACTS FAILED")
    #expect(kept(build) == ["unit/out/a.xml"])
  }

  @Test func `reports of a failing build are kept`() async throws {
    let build = try build(
      "unit: {files: ['out/*']}", commands: "mkdir out; echo 1 > out/a.xml; exit 1",
      more: "artifacts: {files: [none]}\n")
    let done = try await build.run()
    #expect(done.phases.last == "UPLOAD_ARTIFACTS FAILED")
    #expect(kept(build) == ["unit/out/a.xml"])
  }

  @Test(arguments: [
    "files: [../x]", "files: [/etc/hostname]", "files: ['*'], base-directory: ../..",
  ])
  func `paths that leave the source are refused`(section: String) async throws {
    let done = try await build("unit: {\(section)}").run()
    #expect(done.failure?.contains("[unit: [artifact path") == true)
    #expect(done.failure?.contains("leaves the folder") == true)
  }

  @Test(arguments: ["..", "a/b", "../../x"])
  func `a group that is no name of a folder is refused`(name: String) async throws {
    let build = try build("\(name): {files: ['out/*']}")
    #expect(try await build.run().failure?.contains("not that of a folder") == true)
    #expect(kept(build) == [])
  }

  @Test func `reports of an earlier build are no source`() async throws {
    let build = try build("unit: {files: ['**/*.xml']}", folder: "project/kept")
    _ = try await build.run()
    let done = try await build.run()
    #expect(done.reports.first?.fileCount == 2)
    #expect(build.folder.files("project/kept") == ["unit/out/a.xml", "unit/out/sub/b.xml"])
  }

  @Test func `a link to the outside is no report`() async throws {
    let build = try build(
      "unit: {files: ['*.xml']}", commands: "ln -s /etc/hostname a.xml; echo 1 > b; ln -s b c.xml")
    _ = try await build.run()
    #expect(kept(build) == ["unit/c.xml"])
    #expect(build.folder.text("kept/unit/c.xml") == "1\n")
  }
}
