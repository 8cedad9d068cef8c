import BuildExecution
import BuildPlanning
import TestSupport
import Testing

/// What is restored and saved, and when.
struct CacheTests {
  private static let paths = "paths: ['deps/**/*']\nkey: k-$(cat lock)"
  private static let fill = "cat deps/a || echo none; mkdir -p deps; echo $(cat lock) > deps/a"

  private func build(_ cache: String = paths, _ command: String = fill) throws -> TestBuild {
    try CacheBuild.make(cache, command, files: ["lock": "1"])
  }

  @Test func `the next build finds what the last one cached`() async throws {
    let build = try CacheBuild.make(
      "paths: ['deps/**/*', one.txt]\nkey: k",
      "ls -l deps one.txt deps/sub/x || true; readlink deps/link; mkdir -p deps/sub; "
        + "echo x > deps/sub/x; chmod 755 deps/sub/x; ln -sf sub/x deps/link; echo 1 > one.txt")
    let first = try await build.run()
    #expect(first.cacheSteps.last == .saved(key: "k"))
    let second = try await build.run()
    #expect(second.cacheSteps.contains(.restored(key: "k")))
    #expect(second.output.contains("-rwxr-xr-x"))
    #expect(second.lines.contains("sub/x"))
    #expect(second.output.contains(" one.txt"))
    #expect(build.folder.text("project/.buildspec/cache/.gitignore") == "*\n")
  }

  @Test func `the log has the words of the service`() async throws {
    let build = try build()
    let first = try await build.run()
    #expect(first.log.contains("Expanded cache path deps/**/*"))
    #expect(first.log.contains { $0.hasPrefix("Unable to download cache: ") })
    let log = try await build.run().log
    let unpacked = try #require(log.firstIndex(of: "Unarchiving cache..."))
    let source = try #require(
      log.firstIndex(of: "Phase complete: DOWNLOAD_SOURCE State: SUCCEEDED"))
    #expect(unpacked < source)
    let none = try await TestBuild.commands("true").run().log
    #expect(none.contains("Cache is not defined in the buildspec"))
    #expect(none.contains("Skip cache due to: no paths specified to be cached"))
  }

  @Test func `a cache with a key is never changed`() async throws {
    let build = try build(Self.paths, "cat deps/a; mkdir -p deps; date +%N >> deps/a")
    _ = try await build.run()
    let archive = "project/.buildspec/cache/" + (CacheBuild.archives(build).first ?? "")
    let bytes = try TestFiles.read(build.folder.file(archive))
    let second = try await build.run()
    #expect(second.cacheSteps.last == .alreadySaved(key: "k-1"))
    #expect(try TestFiles.read(build.folder.file(archive)) == bytes)
    #expect(CacheBuild.archives(build).count == 1)
  }

  @Test func `a cache without a key is kept up to date`() async throws {
    let build = try build("paths: ['deps/**/*']", "mkdir -p deps; echo x >> deps/a; wc -l < deps/a")
    for count in 1...3 {
      #expect(try await build.run().lines.last?.drop { $0 == " " } == "\(count)")
    }
    #expect(CacheBuild.archives(build).count == 1)
  }

  @Test func `the same key with other paths is another cache`() async throws {
    let build = try build()
    _ = try await build.run()
    let other = build.changed("'deps/**/*'", to: "'deps/*'")
    #expect(try await other.run().cacheSteps.contains(.missed(key: "k-1")))
    #expect(CacheBuild.archives(build).count == 2)
  }

  @Test func `fallback keys match by their beginning, in their order, the newest first`()
    async throws
  {
    let build = try build(Self.paths + "\nfallback-keys: [z-, k-2, 'k-']")
    for key in ["22", "10", "11"] {
      try build.folder.write(key, to: "project/lock")
      _ = try await build.run()
      let version = CacheBuild.archives(build).first?.split(separator: "/").first ?? ""
      let age = key == "11" ? 1 : key == "10" ? 9 : 5
      _ = try await CacheBuild.shell(
        build,
        "touch -d '\(age) days ago' project/.buildspec/cache/\(version)/k-\(key).tar.zst")
    }
    try build.folder.write("3", to: "project/lock")
    let hit = try await build.run()
    #expect(hit.cacheSteps.contains(.restored(key: "k-22")))
    #expect(hit.lines.first == "22")
    // It becomes a cache of its own.
    #expect(hit.cacheSteps.last == .saved(key: "k-3"))
    try build.folder.write("4", to: "project/lock")
    let newest = try await build.changed("k-2, ", to: "").run()
    #expect(newest.cacheSteps.contains(.restored(key: "k-3")))
  }

  @Test func `fallback keys without a key are passed over`() async throws {
    let build = try build()
    _ = try await build.run()
    let other = build.changed("key: k-$(cat lock)", to: "fallback-keys: [k-]")
    #expect(try await other.run().cacheSteps.contains(.missed(key: nil)))
  }

  @Test func `action is restore or save`() async throws {
    let build = try build(Self.paths + "\naction: restore")
    _ = try await build.run()
    #expect(CacheBuild.archives(build) == [])
    let save = build.changed("action: restore", to: "action: save")
    _ = try await save.run()
    #expect(CacheBuild.archives(build).count == 1)
    #expect(try await save.run().lines.contains("none"))
    #expect(try await build.run().lines.first == "1")
  }

  @Test func `a build that fails saves nothing`() async throws {
    for command in ["mkdir deps; echo 1 > deps/a; exit 1", "mkdir deps; echo 1 > deps/a; kill 0"] {
      let build = try build(Self.paths, command)
      #expect(try await build.run().status == .failed)
      #expect(CacheBuild.archives(build) == [])
    }
  }

  @Test func `a build without the paths saves nothing and says so`() async throws {
    let build = try build(Self.paths, "true")
    #expect(try await build.run().cacheSteps.last == .nothingToSave)
    #expect(CacheBuild.archives(build) == [])
  }

  @Test func `paths outside of the source are told and left alone`() async throws {
    let build = try build("paths: [/root/.m2/**/*, 'deps/**/*', ~/.npm/**/*, ../up]\nkey: k")
    let done = try await build.run()
    #expect(
      done.notices == [
        "cache.paths: /root/.m2/**/*, ~/.npm/**/*, ../up: outside of the source folder; what is "
          + "there stays on this machine as it is"
      ])
    #expect(done.cacheSteps.last == .saved(key: "k"))
  }

  @Test(arguments: [
    ("deps", ["deps/a"]), ("deps/*", ["deps/a"]), ("'**/deps/**/*'", ["deps/a", "in/deps/b"]),
    ("'in*'", ["in/deps/b"]), ("$CODEBUILD_SRC_DIR/in/**", ["in/deps/b"]), ("'**/*'", nil),
    ("lock", ["lock"]),
  ])
  func `patterns name files and whole folders`(pattern: String, expected: [String]?) async throws {
    let build = try build(
      "paths: [\(pattern)]", "mkdir -p deps in/deps; echo 1 > deps/a; echo 2 > in/deps/b")
    _ = try await build.run()
    let archive = CacheBuild.archives(build).first ?? ""
    let listed = try await CacheBuild.shell(
      build, "tar --zstd -tf project/.buildspec/cache/\(archive) | grep -v '/$' | sort")
    let all = ["deps/a", "in/deps/b", "lock"]
    #expect(listed.output == (expected ?? all).map { "./\($0)\n" }.joined())
    // The build that finds it has no need to make it.
    let second = build.changed("mkdir -p", to: "find . -type f | sort; mkdir -p")
    let found = try await second.run().lines
    #expect(
      found
        == Set((expected ?? []) + ["lock"]).union(expected == nil ? all : [])
        .map { "./\($0)" }.sorted())
  }

  @Test func `a key that is empty or too long is told`() async throws {
    let empty = try build("paths: [deps]\nkey: $(true)")
    #expect(try await empty.run().notices == ["cache: not restored: the key $(true) has no value"])
    let long = try build("paths: [deps]\nkey: $(printf %0300d 1)")
    let done = try await long.run()
    #expect(done.status == .succeeded)
    #expect(done.notices == ["cache: not saved: the key is too long for the name of a file"])
  }

  @Test(arguments: ["a/b", "..", "../../x", "%41", "@project", "ü €", "-rf", "a b$c"])
  func `any key is a name`(key: String) async throws {
    let build = try build("paths: [deps]\nkey: $KEY")
    var keyed = build
    keyed.environment["KEY"] = key
    #expect(try await keyed.run().cacheSteps.last == .saved(key: key))
    #expect(try await keyed.run().cacheSteps.contains(.restored(key: key)))
    #expect(build.folder.names("project") == [".buildspec", "lock"])
  }

  @Test func `without zstd the build goes on`() async throws {
    var build = try build(Self.paths, "echo on")
    let bin = build.folder.file("bin")
    build.folder.createFolder("bin")
    for name in ["sh", "cat", "tar"] { build.folder.link("bin/\(name)", to: "/bin/\(name)") }
    build.environment["PATH"] = bin
    let done = try await build.run()
    #expect(done.status == .succeeded)
    #expect(done.notices == ["cache: not used: there is no zstd on PATH"])
  }

  @Test func `a cache folder that cannot be made costs the cache and nothing else`() async throws {
    for isInPlace in [false, true] {
      var build = try build()
      try build.folder.write("a file", to: "project/.buildspec")
      build.request.isInPlace = isInPlace
      let done = try await build.run()
      #expect(done.status == .succeeded)
      #expect(done.notices.count == 1)
      #expect(done.notices.first?.hasPrefix("cache: not ") == true)
    }
  }

  @Test func `in the user's own folder what is there stays`() async throws {
    var build = try build(Self.paths, "mkdir -p deps; echo old > deps/a; echo old > deps/b")
    build.request.isInPlace = true
    _ = try await build.run()
    try build.folder.write("mine", to: "project/deps/a")
    _ = try await CacheBuild.shell(build, "rm project/deps/b")
    _ = try await build.changed("mkdir -p deps; echo old > deps/a; echo old > deps/b", to: "true")
      .run()
    #expect(build.folder.text("project/deps/a") == "mine")
    #expect(build.folder.text("project/deps/b") == "old\n")
  }

  @Test func `the cache is no part of the source and of the artifacts`() async throws {
    var build = try build(Self.paths, "find . -name cache; mkdir -p deps; echo 1 > deps/a")
    build = TestBuild(build, buildspec: build.buildspec + "artifacts: {files: ['**/*']}\n")
    build.request.artifactsFolder = "out"
    build.request.isInPlace = true
    _ = try await build.run()
    _ = try await build.run()
    #expect(build.folder.files("out") == ["deps/a", "lock"])
    build.request.isInPlace = false
    #expect(try await build.run().output == "")
  }
}
