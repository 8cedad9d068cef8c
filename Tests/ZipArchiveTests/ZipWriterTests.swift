import SystemPackage
import TestSupport
import Testing
import ZipArchive

/// Archives are read back by readers that others wrote: Python's `zipfile` and Info-ZIP's `unzip`.
struct ZipWriterTests {
  private struct Member {
    var name: String
    var content: [UInt8]
    var mode: UInt32 = 0o644
    var isLink = false
  }

  private func archive(_ members: [Member], limits: ZipLimits = ZipLimits()) throws -> [UInt8] {
    let output = MemoryOutput()
    var writer = try ZipWriter(to: output, limits: limits)
    for member in members {
      let entry = ZipEntry(
        name: Array(member.name.utf8), mode: member.mode, isLink: member.isLink,
        size: UInt64(member.content.count))
      try writer.add(entry) { try $0(member.content[...]) }
    }
    try writer.finish()
    return output.bytes
  }

  /// What Python reads: a line `mode size checksum name` for each member, after all were tested.
  private func listing(_ bytes: [UInt8]) async throws -> [String] {
    let folder = try TemporaryDirectory()
    try write(bytes, to: folder.file("a.zip"))
    let script = """
      import sys, zipfile
      archive = zipfile.ZipFile("a.zip")
      assert archive.testzip() is None
      for i in archive.infolist():
        print(oct(i.external_attr >> 16)[2:], i.file_size, i.filename, i.date_time[0])
      """
    let read = try await Tool.run("/usr/bin/env", ["python3", "-c", script], in: folder.path)
    #expect(read.status == 0, "\(read.error)")
    let tested = try await Tool.run("/usr/bin/env", ["unzip", "-tq", "a.zip"], in: folder.path)
    #expect(tested.status == 0, "\(tested.output)")
    return read.output.split(separator: "\n").map(String.init)
  }

  private func write(_ bytes: [UInt8], to path: String) throws {
    let file = try FileDescriptor.open(
      FilePath(path), .writeOnly, options: [.create], permissions: .ownerReadWrite)
    try file.closeAfter { _ = try file.writeAll(bytes) }
  }

  private let some = [
    Member(name: "a.txt", content: Array(repeating: 0x61, count: 100_000)),
    Member(name: "bin/run", content: [0x23, 0x21], mode: 0o755),
    Member(name: "empty", content: []),
    Member(name: "link", content: Array("bin/run".utf8), isLink: true),
    Member(name: "über/€.txt", content: [0, 1, 2]),
  ]
  private let listed = [
    "100644 100000 a.txt 1980", "100755 2 bin/run 1980", "100644 0 empty 1980",
    "120777 7 link 1980", "100644 3 über/€.txt 1980",
  ]

  @Test func `members, modes, links and names come back`() async throws {
    #expect(try await listing(archive(some)) == listed)
  }

  @Test func `an empty archive is one`() async throws {
    let folder = try TemporaryDirectory()
    try write(archive([]), to: folder.file("a.zip"))
    let script = "import zipfile; print(zipfile.ZipFile('a.zip').namelist())"
    let read = try await Tool.run("/usr/bin/env", ["python3", "-c", script], in: folder.path)
    #expect(read.output == "[]\n")
  }

  @Test func `the same members make the same bytes`() throws {
    #expect(try archive(some) == archive(some))
  }

  @Test(arguments: [ZipLimits(bytes: 0, entries: 0), ZipLimits(bytes: 50, entries: 2)])
  func `zip64 is read by both`(limits: ZipLimits) async throws {
    let bytes = try archive(some, limits: limits)
    #expect(try bytes.count > archive(some).count)
    #expect(try await listing(bytes) == listed)
  }

  @Test func `more members than 16 bits count`() async throws {
    let members = (0..<66_000).map { Member(name: "d/\($0)", content: [0x78]) }
    let lines = try await listing(archive(members))
    #expect(lines.count == 66_000)
    #expect(lines.last == "100644 1 d/65999 1980")
  }

  @Test func `random contents come back, whatever parts they come in`() async throws {
    var random = SeededRandom(seed: 7)
    let output = MemoryOutput()
    var writer = try ZipWriter(to: output)
    var expected: [String] = []
    for number in 0..<200 {
      let isNoise = random.chance(2)
      let parts = (0..<random.pick([0, 1, 2, 9])).map { _ in
        (0..<random.pick([0, 1, 100, 70_000])).map { _ in
          isNoise ? UInt8.random(in: 0...255, using: &random) : 0x20
        }
      }
      let size = parts.reduce(0) { $0 + $1.count }
      try writer.add(ZipEntry(name: Array("\(number)".utf8), mode: 0o600, size: UInt64(size))) {
        for part in parts { try $0(part[...]) }
      }
      expected.append("100600 \(size) \(number) 1980")
    }
    try writer.finish()
    #expect(try await listing(output.bytes) == expected)
  }

  @Test func `a file that grows over the limit is refused`() throws {
    var writer = try ZipWriter(to: MemoryOutput(), limits: ZipLimits(bytes: 1_000))
    let error = #expect(throws: ZipProblem.self) {
      try writer.add(ZipEntry(name: [0x61], mode: 0o644, size: 10)) {
        for _ in 0..<2 { try $0([UInt8](repeating: 0, count: 600)[...]) }
      }
    }
    #expect(error?.description == "a grew while it was read")
  }

  @Test func `a path that no archive can hold is refused`() throws {
    var writer = try ZipWriter(to: MemoryOutput())
    let name = [UInt8](repeating: 0x61, count: 65_536)
    #expect(throws: ZipProblem.self) {
      try writer.add(ZipEntry(name: name, mode: 0o644, size: 0)) { _ in }
    }
  }
}
