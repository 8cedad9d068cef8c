import BuildExecution
import TestSupport
import Testing

struct SHA256Tests {
  /// Lengths around the borders of blocks, in parts of any length.
  @Test func `digests agree with sha256sum`() async throws {
    var random = SeededRandom(seed: 3)
    let folder = try TemporaryDirectory()
    var expected = ""
    for length in [0, 1, 3, 55, 56, 63, 64, 65, 119, 120, 128, 1_000, 100_000] {
      let text = String(
        decoding: (0..<length).map { _ in UInt8.random(in: 0x20...0x7E, using: &random) },
        as: UTF8.self)
      try folder.write(text, to: "f")
      var hash = SHA256()
      var rest = Array(text.utf8)[...]
      while !rest.isEmpty {
        let part = rest.prefix(random.pick([1, 7, 64, 65, 999]))
        hash.add(part)
        rest = rest.dropFirst(part.count)
      }
      let sum = try await Tool.run("/usr/bin/env", ["sha256sum", "f"], in: folder.path)
      expected = String(sum.output.prefix(64))
      #expect(hash.finish().hexadecimal == expected, "\(length)")
    }
  }
}
