import BuildExecution
import BuildPlanning
import TestSupport
import Testing

/// Each case on this machine and in a container, with the same programs: the events must be the same.
@Suite(
  .enabled(if: TestEngine.isThere, "no Docker engine answers, or no images can be made for it"),
  .timeLimit(.minutes(20)))
struct ConformanceTests {
  private static let slots = Slots(4)

  @Test func `there are at least 120 cases, each with a name of its own`() {
    let names = Set(ConformanceCases.all.map(\.name))
    #expect(names.count == ConformanceCases.all.count)
    #expect(names.count >= 120)
  }

  @Test(arguments: ConformanceCases.all, Flavour.allCases)
  func `a container is no different from the host`(
    _ example: ConformanceCase, _ flavour: Flavour
  ) async throws {
    try await TestEngine.images.value
    await Self.slots.take()
    do {
      try await compare(example, flavour)
    } catch {
      Issue.record(error)
    }
    await Self.slots.give()
  }

  private func compare(_ example: ConformanceCase, _ flavour: Flavour) async throws {
    let host = try await record(example, flavour, inContainer: false)
    let container = try await record(example, flavour, inContainer: true)
    for (name, record) in [("host", host), ("container", container)] {
      #expect(record.status == example.status, "\(name): \(record.lines)")
      if let output = example.output { #expect(record.output == output, "\(name)") }
    }
    if example.difference == nil {
      #expect(container.lines == host.lines)
    } else {
      #expect(container.lines != host.lines, "this is no difference any more")
    }
  }

  private func record(
    _ example: ConformanceCase, _ flavour: Flavour, inContainer: Bool
  ) async throws -> BuildRecord {
    var build = try TestBuild(example.buildspec, files: example.files)
    for (name, target) in example.links { build.folder.link("project/\(name)", to: target) }
    build.request.artifactsFolder = "artifacts"
    build.environment["CALLER"] = "here"
    if inContainer {
      var container = PlannedContainer(engine: .docker, image: flavour.image)
      container.pull = .never
      // Quicker to start than a network of its own.
      container.network = "host"
      build.request.container = container
      build.environment = TestEngine.environment.merging(
        ["TMPDIR": build.folder.file("tmp"), "CALLER": "here"]) { _, own in own }
    } else {
      build.environment["PATH"] = "\(flavour.programs):\(packers(build.folder))"
    }
    build.cache = build.folder.file("project/.buildspec/cache")
    for _ in 1..<example.builds { _ = try await build.run() }
    return BuildRecord(try await build.run(), artifacts: build.folder)
  }

  /// A folder with what packs a cache on the host.
  private func packers(_ folder: TemporaryDirectory) -> String {
    folder.createFolder("packers")
    for name in ["tar", "zstd"] { folder.link("packers/\(name)", to: "/usr/bin/\(name)") }
    return folder.file("packers")
  }
}
