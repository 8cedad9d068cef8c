import BuildExecution
import BuildPlanning
import SystemPackage
import TestSupport
import Testing

/// Rows of "Missing files" and "Secondary artifacts", and how paths are resolved.
struct ArtifactTests {
  private func build(
    _ artifacts: String, files: [String] = ["a.txt", "dir/b.txt", "dir/sub/c.txt", ".dot/d"],
    commands: [String] = ["true"], folder: String? = "out"
  ) throws -> TestBuild {
    let indented = artifacts.split(separator: "\n").map { "  \($0)\n" }.joined()
    let items = commands.map { "      - '\($0)'\n" }.joined()
    var build = try TestBuild(
      "version: 0.2\nphases:\n  build:\n    commands:\n\(items)artifacts:\n\(indented)",
      files: Dictionary(uniqueKeysWithValues: files.map { ($0, $0) }))
    build.request.artifactsFolder = folder
    return build
  }

  @Test func `one missing path among others is skipped and told`() async throws {
    let build = try build("files: [a.txt, none.txt]")
    let done = try await build.run()
    #expect(done.status == .succeeded)
    #expect(done.log.contains("Skipping invalid file path none.txt"))
    #expect(build.folder.files("out") == ["a.txt"])
  }

  @Test func `a pattern without matches among others is not told`() async throws {
    let done = try await build("files: [a.txt, '*.none']").run()
    #expect(done.status == .succeeded)
    #expect(!done.log.contains { $0.hasPrefix("Skipping") })
  }

  @Test func `nothing that matches fails the build`() async throws {
    let build = try build("files: [none.txt, '*.none']")
    let done = try await build.run()
    #expect(done.status == .failed)
    #expect(done.failure == "CLIENT_ERROR: no matching artifact paths found")
    #expect(build.folder.names("out") == [])
  }

  @Test func `nothing that matches fails the build without a folder too`() async throws {
    let done = try await build("files: [none.txt]", folder: nil).run()
    #expect(done.failure == "CLIENT_ERROR: no matching artifact paths found")
  }

  @Test func `a secondary artifact without matches is named`() async throws {
    let done = try await build("files: [a.txt]\nsecondary-artifacts: {two: {files: [none]}}").run()
    #expect(done.failure == "CLIENT_ERROR: no matching artifact paths found for artifact two")
  }

  @Test func `artifacts without files fail the build`() async throws {
    let done = try await build("name: x").run()
    #expect(done.failure == "CLIENT_ERROR: no definition for primary artifacts in buildspec")
  }

  @Test func `a missing base directory fails the build`() async throws {
    let done = try await build("base-directory: none\nfiles: ['**/*']").run()
    #expect(
      done.failure == "CLIENT_ERROR: no matching base directory paths found for none")
  }

  @Test func `secondary artifacts alone need no primary files`() async throws {
    let build = try build(
      "secondary-artifacts: {one: {files: [a.txt]}, two: {base-directory: dir, files: ['**/*']}}")
    let done = try await build.run()
    #expect(done.status == .succeeded)
    #expect(build.folder.files("out") == ["one/a.txt", "two/b.txt", "two/sub/c.txt"])
    #expect(done.log.contains("Preparing to copy secondary artifacts one"))
  }

  @Test func `the upload is logged in the service's words`() async throws {
    let done = try await build("files: ['**/*']").run()
    let start = done.log.firstIndex(of: "Expanding base directory path: .") ?? 0
    #expect(
      done.log[start...].prefix(7) == [
        "Expanding base directory path: .", "Assembling file list", "Expanding .",
        "Expanding file paths for base directory .", "Assembling file list", "Expanding **/*",
        "Found 4 file(s)",
      ])
  }

  @Test func `a recursive pattern takes dot files too`() async throws {
    let build = try build("files: ['**/*']")
    _ = try await build.run()
    #expect(build.folder.files("out") == [".dot/d", "a.txt", "dir/b.txt", "dir/sub/c.txt"])
  }

  @Test func `exclude-paths are relative to the base directory`() async throws {
    let build = try build("base-directory: dir\nfiles: ['**/*']\nexclude-paths: ['sub/**/*']")
    _ = try await build.run()
    #expect(build.folder.files("out") == ["b.txt"])
  }

  @Test func `discard-paths flattens, and a collision keeps the first file`() async throws {
    let build = try build(
      "files: ['**/*.txt']\ndiscard-paths: yes", files: ["1/a.txt", "2/a.txt", "2/b.txt"])
    let done = try await build.run()
    #expect(build.folder.files("out") == ["a.txt", "b.txt"])
    #expect(build.folder.text("out/a.txt") == "1/a.txt")
    #expect(
      done.steps.contains(.collision(name: "a.txt", kept: "1/a.txt", dropped: "2/a.txt")))
  }

  @Test func `a base directory may have a wildcard`() async throws {
    let build = try build(
      "base-directory: my-*\nfiles: ['**/*']", files: ["my-one/a", "my-two/b/c", "other/d"])
    _ = try await build.run()
    #expect(build.folder.files("out") == ["a", "b/c"])
  }

  @Test func `a base directory may name a variable of the build`() async throws {
    let build = try build("base-directory: $D\nfiles: ['*']", commands: ["D=dir"])
    _ = try await build.run()
    #expect(build.folder.files("out") == ["b.txt"])
  }

  @Test func `the folder of the commands does not matter`() async throws {
    let build = try build("files: ['*.txt']", commands: ["cd dir"])
    _ = try await build.run()
    #expect(build.folder.files("out") == ["a.txt"])
  }

  @Test func `an absolute path inside the source is fine`() async throws {
    let build = try build("files: ['$CODEBUILD_SRC_DIR/dir/*']")
    _ = try await build.run()
    #expect(build.folder.files("out") == ["dir/b.txt"])
  }

  @Test(arguments: ["../secret", "/etc/hostname", "dir/../../x", "/*"])
  func `a path that leaves the source is refused`(path: String) async throws {
    let done = try await build("files: ['\(path)']").run()
    #expect(
      done.failure == "CLIENT_ERROR: artifact path \(path) leaves the folder it is taken from")
  }

  @Test func `a folder without a wildcard adds nothing and is told`() async throws {
    let done = try await build("files: [dir, a.txt]").run()
    #expect(done.steps.contains(.folderNamed("dir")))
    #expect(done.steps.contains(.found(1)))
  }

  @Test func `links inside stay links, links that lead out are left out`() async throws {
    let build = try build(
      "files: ['**/*']", files: ["dir/real"],
      commands: [
        "ln -s real dir/inside", "ln -s /etc/hostname dir/outside", "ln -s $PWD/dir/real absolute",
        "ln -s ../.. dir/up",
      ])
    let done = try await build.run()
    #expect(build.folder.files("out") == ["absolute", "dir/inside", "dir/real"])
    #expect(build.folder.text("out/absolute") == "dir/real")
    #expect(done.steps.contains(.linkLeftOut("dir/outside")))
    #expect(done.steps.contains(.linkLeftOut("dir/up")))
  }

  @Test func `a folder that is a link to the outside is refused`() async throws {
    let build = try build("files: [out/hostname]", commands: ["ln -s /etc out"])
    #expect(try await build.run().failure?.contains("leaves the folder") == true)
    let base = try self.build("base-directory: out\nfiles: ['*']", commands: ["ln -s /etc out"])
    #expect(try await base.run().failure?.contains("leaves the folder") == true)
  }

  @Test func `nothing is written through a link in the output folder`() async throws {
    let build = try build("files: ['**/*']", files: ["dir/a"])
    build.folder.createFolder("out")
    build.folder.createFolder("elsewhere")
    build.folder.link("out/dir", to: "../elsewhere")
    await #expect(throws: FileProblem.self) { try await build.run() }
    #expect(build.folder.names("elsewhere") == [])
    #expect(build.folder.names("out") == ["dir"])
  }

  @Test func `the name is evaluated by the shell of the build`() async throws {
    let done = try await build(
      "files: [a.txt]\nname: my-$(echo x)-$A-${CODEBUILD_BUILD_NUMBER}", commands: ["A=\"1 2\""]
    ).run()
    #expect(done.artifacts.first?.name == "my-x-1 2-1")
  }

  @Test func `a name that is broken shell leaves the artifact without one`() async throws {
    let done = try await build("files: [a.txt]\nname: 'x-$(('").run()
    #expect(done.status == .succeeded)
  }

  @Test func `exec bits of artifacts are kept`() async throws {
    let build = try build("files: [x]", commands: ["echo 1 > x; chmod 755 x"])
    _ = try await build.run()
    let check = try TestBuild.commands("test -x \(build.folder.file("out/x"))")
    #expect(try await check.run().status == .succeeded)
  }

  @Test func `exported variables have their last value`() async throws {
    let done = try await TestBuild(
      """
      version: 0.2
      env: {exported-variables: [A, B, C, bad-name]}
      phases:
        install: {commands: [A=1]}
        post_build: {commands: ["A=2; B=''"]}
      """
    ).run()
    #expect(done.result.exportedVariables == ["A": "2", "B": ""])
  }
}
