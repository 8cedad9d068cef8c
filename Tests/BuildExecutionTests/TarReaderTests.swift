import SystemPackage
import TestSupport
import Testing

@testable import BuildExecution

/// Archives of GNU tar in all its formats, however they are cut.
struct TarReaderTests {
  private static let make = """
    mkdir -p in/sub; printf hello > in/file; head -c 3000 /dev/zero > in/sub/zeros; : > in/empty
    ln -s target in/link; ln in/file in/hard; mkfifo in/pipe; chmod 750 in/sub
    L=in/$(printf '%090d' 0); mkdir $L; printf deep > $L/$(printf '%0120d' 1)
    ln -s $(printf '%0150d' 2) in/longlink
    """

  private func archive(_ format: String) async throws -> [UInt8] {
    let folder = try TemporaryDirectory()
    let script =
      "\(Self.make)\ntar --sort=name --format=\(format) -cf made.tar in"
    let outcome = try await Tool.run("/bin/sh", ["-c", script], in: folder.path)
    #expect(outcome.status == 0, "\(outcome.error)")
    return try TestFiles.read(folder.file("made.tar"))
  }

  private func read(
    _ bytes: [UInt8], cut: () -> Int
  ) throws -> [(entry: TarEntry, content: [UInt8])] {
    var reader = TarReader()
    var found: [(entry: TarEntry, content: [UInt8])] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = rest.prefix(cut())
      rest = rest.dropFirst(part.count)
      try reader.feed(part) { part in
        switch part {
        case .entry(let entry): found.append((entry, []))
        case .content(let bytes): found[found.count - 1].content += bytes
        }
      }
    }
    try reader.finish()
    return found
  }

  @Test(arguments: ["gnu", "pax"])
  func `every format is read`(format: String) async throws {
    let bytes = try await archive(format)
    var random = SeededRandom(seed: 7)
    for round in 0..<20 {
      let found = try read(bytes) {
        round == 0 ? bytes.count : Int.random(in: 1...700, using: &random)
      }
      let byName = Dictionary(uniqueKeysWithValues: found.map { ($0.entry.path.string, $0) })
      #expect(byName["in/file"]?.content == Array("hello".utf8))
      let zeros = [UInt8](repeating: 0, count: 3_000)
      #expect(byName["in/sub/zeros"]?.content == zeros)
      #expect(byName["in/empty"]?.entry.kind == .file)
      #expect(byName["in/sub"]?.entry.kind == .folder)
      #expect(byName["in/sub"]?.entry.mode == 0o750)
      #expect(byName["in/link"]?.entry.target == "target")
      #expect(byName["in/hard"]?.entry.kind == .hardLink)
      #expect(byName["in/hard"]?.entry.target == "in/file")
      #expect(byName["in/pipe"]?.entry.kind == .other)
      let deep = found.first { $0.content == Array("deep".utf8) }
      #expect(deep?.entry.path.string.utf8.count == 214)
      #expect(byName["in/longlink"]?.entry.target.string.utf8.count == 150)
    }
  }

  @Test func `what is written is read back by tar and by the reader`() async throws {
    let name = FilePath("in/" + String(repeating: "n", count: 120))
    let target = FilePath(String(repeating: "t", count: 150))
    let entries = [
      TarEntry(path: "in", kind: .folder, mode: 0o755, user: 5, group: 3_000_000, modified: 1),
      TarEntry(path: name, kind: .link, mode: 0o777, modified: 2, target: target),
      TarEntry(path: "in/a", kind: .file, mode: 0o640, size: 1, modified: 1_700_000_000),
      TarEntry(path: "in/b", kind: .hardLink, mode: 0o640, modified: 3, target: "in/a"),
    ]
    let content = [UInt8(ascii: "x")] + [UInt8](repeating: 0, count: TarHeader.padding(1))
    let bytes =
      entries.flatMap { TarHeader.entry($0) + ($0.kind == .file ? content : []) } + TarHeader.end
    #expect(try read(bytes) { 100 }.map(\.entry) == entries)
    let folder = try TemporaryDirectory()
    try TestFiles.write(bytes, to: folder.file("made.tar"))
    let outcome = try await Tool.run(
      "/bin/sh", ["-c", "tar --numeric-owner -tvf made.tar && tar -xOf made.tar in/a"],
      in: folder.path)
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(outcome.output.contains("drwxr-xr-x 5/3000000"))
    #expect(outcome.output.contains("-> \(target.string)"))
    #expect(outcome.output.contains("link to in/a"))
    #expect(outcome.output.hasSuffix("x"))
  }

  @Test func `what is cut off or damaged is a fault, never a crash`() async throws {
    let bytes = try await archive("pax")
    for length in stride(from: 1, to: bytes.count - 10_240, by: 97) {
      #expect(throws: TarFault.self) { try read(Array(bytes[..<length])) { 4_096 } }
    }
    var random = SeededRandom(seed: 1)
    for _ in 0..<3_000 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        let index = Int.random(in: 0..<damaged.count, using: &random)
        damaged[index] = UInt8.random(in: 0...255, using: &random)
      }
      _ = try? read(damaged) { 1_000 }
    }
  }
}
