import BuildExecution
import BuildPlanning
import SystemPackage
import TestSupport
import Testing

/// Damaged and hostile archives, many builds at once, and full disks. One after the other, as they keep
/// a machine busy.
@Suite(.serialized) struct CacheSafetyTests {
  private static let command = "cat deps/a || echo none; mkdir -p deps; echo good > deps/a"

  private func build() throws -> TestBuild {
    try CacheBuild.make("paths: ['deps/**/*']\nkey: k", Self.command)
  }

  /// Builds once, replaces the archive by the script's doing, and builds again.
  private func changed(_ script: String) async throws -> (TestBuild, FinishedBuild) {
    let build = try build()
    _ = try await build.run()
    let archive = CacheBuild.archives(build).first ?? ""
    let outcome = try await CacheBuild.shell(
      build, "A=$PWD/project/.buildspec/cache/\(archive)\n\(script)")
    #expect(outcome.status == 0, "\(outcome.error)")
    return (build, try await build.run())
  }

  @Test(arguments: [
    "truncate -s -1 $A", "truncate -s 30 $A", ": > $A", "echo hello > $A",
    "head -c 100 /dev/urandom > $A",
    // Flips bytes in the middle, and leaves the end as it was.
    "printf 'XXXXXXXX' | dd of=$A bs=1 seek=60 conv=notrunc 2>/dev/null",
  ])
  func `a damaged archive is told, not used, and made anew`(script: String) async throws {
    let (build, done) = try await changed(script)
    #expect(done.status == .succeeded)
    #expect(done.lines.first?.contains("No such file") == true || done.lines.contains("none"))
    #expect(done.notices.count == 1)
    #expect(
      done.notices.first?.hasPrefix("cache: the archive with the key k cannot be read") == true)
    #expect(done.cacheSteps.contains(.missed(key: "k")))
    #expect(done.cacheSteps.last == .saved(key: "k"))
    #expect(try await build.run().cacheSteps.contains(.restored(key: "k")))
  }

  /// Makes an archive of what a Python script adds to `tar`, with the end that ours have.
  private func hostile(_ python: String) -> String {
    """
    cat > make.py <<'END'
    import tarfile, io, struct, subprocess, sys
    tar = tarfile.open("made.tar", "w")
    def add(name, text="bad", kind=tarfile.REGTYPE, link=""):
      i = tarfile.TarInfo(name); i.type = kind; i.linkname = link
      i.size = len(text) if kind == tarfile.REGTYPE else 0
      tar.addfile(i, io.BytesIO(text.encode()))
    \(python)
    tar.close()
    packed = subprocess.run(["zstd", "-qc", "made.tar"], capture_output=True, check=True).stdout
    end = bytes([0x50, 0x2A, 0x4D, 0x18, 16, 0, 0, 0]) + struct.pack("<Q", len(packed)) + b"bscache1"
    open(sys.argv[1], "wb").write(packed + end)
    END
    python3 make.py $A
    """
  }

  @Test(arguments: [
    "add('../escaped')", "add('deps/../../escaped')", "add('/tmp/buildspec-escaped')",
    "add('deps/l', kind=tarfile.SYMTYPE, link='/tmp'); add('deps/l/buildspec-escaped')",
    "add('l', kind=tarfile.SYMTYPE, link='..'); add('l/escaped')",
    "add('deps/h', kind=tarfile.LNKTYPE, link='/etc/hostname')",
    "add('deps/p', kind=tarfile.FIFOTYPE)", "add('p', kind=tarfile.FIFOTYPE)",
    "add('.git/hooks/post-checkout')", "add('other')",
  ])
  func `a hostile archive changes nothing but what the paths name`(python: String) async throws {
    let (build, done) = try await changed(hostile("add('deps/a', 'x'); \(python)"))
    #expect(done.status == .succeeded)
    #expect(TestFiles.listAll("/tmp").filter { $0 == "buildspec-escaped" } == [])
    #expect(build.folder.names().filter { $0.contains("escaped") } == [])
    let listed = build.changed(Self.command, to: "find . | sort; find . -type p; cat .git/* || :")
    let found = try await listed.run().lines
    #expect(!found.contains { $0.contains("escaped") || $0.contains("other") || $0 == "./p" })
    #expect(!found.contains { $0.contains(".git/hooks") || $0.contains("deps/p") })
  }

  @Test func `entries that the paths do not name are told in the service's words`() async throws {
    let (_, done) = try await changed(hostile("add('deps/a', 'x'); add('other/b')"))
    #expect(done.lines.first == "x")
    #expect(
      done.log.contains(
        #"Skipping cache entry: path "other" is not within allowed cache paths"#))
  }

  @Test func `nothing is written through a link of the source`() async throws {
    let build = try build()
    _ = try await build.run()
    build.folder.createFolder("elsewhere")
    build.folder.link("project/deps", to: "../elsewhere")
    let done = try await build.changed(Self.command, to: "true").run()
    #expect(done.status == .succeeded)
    #expect(build.folder.names("elsewhere") == [])
  }

  @Test func `fifty builds at once share a cache`() async throws {
    let build = try CacheBuild.make(
      "paths: ['deps/**/*']\nkey: k-$N\nfallback-keys: [k-]",
      "cat deps/* > /dev/null 2>&1; mkdir -p deps; seq 20000 > deps/a; echo $N > deps/n")
    let steps = try await withThrowingTaskGroup(of: [CacheStep].self) { group in
      for number in 0..<50 {
        var own = TestBuild(build, buildspec: build.buildspec)
        own.environment["N"] = "\(number % 5)"
        own.environment["TMPDIR"] = build.folder.file("tmp\(number)")
        build.folder.createFolder("tmp\(number)")
        group.addTask { [own] in
          let done = try await own.run()
          #expect(done.status == .succeeded)
          #expect(done.notices == [])
          return done.cacheSteps
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    let saved = steps.compactMap { if case .saved(let key) = $0 { key } else { nil } }
    #expect(saved.sorted() == (0..<5).map { "k-\($0)" })
    #expect(CacheBuild.archives(build).count == 5)
    #expect(build.folder.names("project/.buildspec/cache").allSatisfy { !$0.hasPrefix("tmp-") })
    let tested = try await CacheBuild.shell(
      build, "for f in project/.buildspec/cache/*/*; do zstd -qt $f || exit 1; done")
    #expect(tested.status == 0, "\(tested.error)")
  }

  @Test func `a build that is stopped while it packs leaves nothing`() async throws {
    var build = try CacheBuild.make("paths: [deps]", "mkdir deps; echo a > deps/a")
    let (stop, folder) = (build.stop, build.folder)
    // A program that is at it until it is ended.
    folder.createFolder("bin")
    try folder.write(": > '\(folder.file("packs"))'; exec sleep 300", to: "bin/zstd")
    folder.makeExecutable("bin/zstd")
    build.environment["PATH"] = "\(folder.file("bin")):\(build.environment["PATH"] ?? "")"
    let stopper = Task {
      while folder.text("packs") == nil { try await Task.sleep(for: .milliseconds(20)) }
      stop.request(.signal(15))
    }
    let done = try await build.run()
    stopper.cancel()
    #expect(folder.text("packs") != nil)
    #expect(done.status == .stopped)
    #expect(CacheBuild.archives(build) == [])
  }

  @Test func `a full disk costs the cache and nothing else`() async throws {
    var build = try CacheBuild.make(
      "paths: [deps]\nkey: k", "mkdir -p deps; head -c 4000000 /dev/urandom > deps/a")
    let place = build.folder.file("small")
    build.folder.createFolder("small")
    let mounted = try await Tool.run(
      "/usr/bin/env", ["mount", "-t", "tmpfs", "-o", "size=1m", "none", place], in: "/")
    guard mounted.status == 0 else {
      return withKnownIssue("a small file system cannot be mounted here", isIntermittent: true) {}
    }
    build.cache = place + "/cache"
    let done = try await build.run()
    let left = build.folder.files("small/cache")
    _ = try await Tool.run("/usr/bin/env", ["umount", place], in: "/")
    #expect(done.status == .succeeded)
    #expect(done.notices.count == 1)
    #expect(done.notices.first?.contains("No space left on device") == true, "\(done.notices)")
    #expect(left == [".gitignore"])
  }
}
