import BuildExecution
import BuildPlanning
import SystemPackage
import TestSupport
import Testing

/// `--packaging zip`, read back by `unzip` and Python.
struct ArtifactZipTests {
  private func build(
    _ artifacts: String, files: [String] = ["a.txt", "dir/b.txt"], commands: [String] = ["true"]
  ) throws -> TestBuild {
    let indented = artifacts.split(separator: "\n").map { "  \($0)\n" }.joined()
    let items = commands.map { "      - '\($0)'\n" }.joined()
    var build = try TestBuild(
      "version: 0.2\nphases:\n  build:\n    commands:\n\(items)artifacts:\n\(indented)",
      files: Dictionary(uniqueKeysWithValues: files.map { ($0, $0) }))
    build.request.artifactsFolder = "out"
    build.request.packaging = .zip
    return build
  }

  /// Mode and name of each member, as `zipinfo` tells them.
  private func members(_ build: TestBuild, _ name: String = "artifacts.zip") async throws
    -> [String]
  {
    let outcome = try await Tool.run(
      "/usr/bin/env", ["unzip", "-Z", "-s", build.folder.file("out/\(name)")],
      in: build.folder.path)
    return outcome.output.split(separator: "\n").compactMap { line in
      let fields = line.split(separator: " ")
      guard fields.count > 8, "-l".contains(line.prefix(1)) else { return nil }
      return "\(fields[0]) \(fields[8...].joined(separator: " "))"
    }
  }

  @Test func `an artifact is one archive, sorted, with modes`() async throws {
    let build = try build("files: ['**/*']", commands: ["echo x > dir/run; chmod 755 dir/run"])
    let done = try await build.run()
    #expect(done.status == .succeeded)
    #expect(build.folder.files("out") == ["artifacts.zip"])
    #expect(
      try await members(build) == [
        "-rw-r--r-- a.txt", "-rw-r--r-- dir/b.txt", "-rwxr-xr-x dir/run",
      ])
    #expect(done.artifacts.first?.archive == build.folder.file("out/artifacts.zip"))
  }

  @Test func `equal files make equal archives`() async throws {
    let build = try build("files: ['**/*']")
    _ = try await build.run()
    let first = try TestFiles.read(build.folder.file("out/artifacts.zip"))
    try build.folder.write("a.txt", to: "project/a.txt")
    _ = try await build.run()
    #expect(try TestFiles.read(build.folder.file("out/artifacts.zip")) == first)
  }

  @Test func `links are kept with enable-symlinks, and followed without`() async throws {
    let links = ["ln -s a.txt link; ln -s dir folder; ln -s nowhere broken; ln -s /etc up"]
    let kept = try build("files: ['*']\nenable-symlinks: yes", commands: links)
    let done = try await kept.run()
    #expect(
      try await members(kept) == [
        "-rw-r--r-- a.txt", "lrwxrwxrwx broken", "lrwxrwxrwx folder", "lrwxrwxrwx link",
      ])
    #expect(done.steps.contains(.linkLeftOut("up")))
    let followed = try build("files: ['*']", commands: links)
    let second = try await followed.run()
    #expect(try await members(followed) == ["-rw-r--r-- a.txt", "-rw-r--r-- link"])
    #expect(second.steps.contains(.linkNotFollowed("folder")))
    #expect(second.steps.contains(.linkNotFollowed("broken")))
  }

  @Test func `links come back as links`() async throws {
    let build = try build("files: ['*']\nenable-symlinks: yes", commands: ["ln -s a.txt link"])
    _ = try await build.run()
    let outcome = try await Tool.run(
      "/bin/sh", ["-c", "unzip -q out/artifacts.zip -d x && readlink x/link && cat x/link"],
      in: build.folder.path)
    #expect(outcome.output == "a.txt\na.txt")
  }

  @Test func `each secondary artifact is an archive of its own, and names count`() async throws {
    let build = try build(
      """
      files: [a.txt]
      name: rel/v-$(echo 1)
      secondary-artifacts:
        two: {files: ['dir/*'], discard-paths: yes}
        three: {files: [a.txt], name: third.zip}
      """)
    _ = try await build.run()
    #expect(build.folder.files("out") == ["rel/v-1.zip", "third.zip", "two.zip"])
    #expect(try await members(build, "two.zip") == ["-rw-r--r-- b.txt"])
  }

  @Test func `the namespace puts prefix and build id in front`() async throws {
    var build = try build("files: [a.txt]\nname: web\ns3-prefix: team/x")
    build.request.namespace = .buildID
    let done = try await build.run()
    let uuid = done.identifier.dropFirst("local:".count)
    #expect(build.folder.files("out") == ["team/x/\(uuid)/web.zip"])
  }

  @Test(arguments: ["name: ../x", "name: a/../../x", "name: '$(echo ..)/y'"])
  func `a name that leads out of the folder is refused`(name: String) async throws {
    let build = try build("files: [a.txt]\n\(name)")
    let done = try await build.run()
    #expect(done.failure?.contains("leaves the folder of the artifacts") == true)
    #expect(build.folder.files("out") == [])
  }

  @Test func `a failing artifact leaves no archive`() async throws {
    let build = try build("files: [none]")
    #expect(try await build.run().failure == "CLIENT_ERROR: no matching artifact paths found")
    #expect(build.folder.names("out") == [])
  }

  @Test func `a build that is stopped while it packs leaves no archive`() async throws {
    let build = try build("files: ['**/*']", commands: ["seq 3000000 > big"])
    let stop = build.stop
    let done = try await build.run { event in
      if case .artifactStep(.found) = event { stop.request(.signal(15)) }
    }
    #expect(done.status == .stopped)
    #expect(build.folder.names("out") == [])
  }

  @Test func `an older archive is replaced, a folder in its place is not`() async throws {
    let build = try build("files: [a.txt]")
    try build.folder.write("old", to: "out/artifacts.zip")
    _ = try await build.run()
    #expect(try await members(build) == ["-rw-r--r-- a.txt"])
    let other = try self.build("files: [a.txt]")
    try other.folder.write("old", to: "out/artifacts.zip/file")
    await #expect(throws: FileProblem.self) { try await other.run() }
    #expect(other.folder.files("out") == ["artifacts.zip/file"])
  }

  @Test func `names that are not UTF-8 are kept as they are`() async throws {
    let build = try build("files: ['f*']", commands: [#"printf x > "$(printf "f\377.txt")""#])
    _ = try await build.run()
    let script = "import zipfile; print(zipfile.ZipFile('out/artifacts.zip').namelist())"
    let outcome = try await Tool.run(
      "/usr/bin/env", ["python3", "-c", script], in: build.folder.path)
    // Byte 255 as the oldest code page of ZIP has it.
    #expect(outcome.output == "['f\\xa0.txt']\n")
  }
}
