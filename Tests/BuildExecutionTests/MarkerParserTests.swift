import TestSupport
import Testing

@testable import BuildExecution

struct MarkerParserTests {
  private static let nonce: [UInt8] = [MarkerParser.firstByte] + Array("0123456789abcdef".utf8)

  /// What was found, in order: output bytes and statuses.
  private enum Found: Equatable {
    case output([UInt8])
    case status(Int32)
  }

  private func parse(_ chunks: [[UInt8]]) -> [Found] {
    var parser = MarkerParser(nonce: Self.nonce)
    var found: [Found] = []
    func output(_ bytes: ArraySlice<UInt8>) {
      if case .output(let before) = found.last {
        found[found.count - 1] = .output(before + bytes)
      } else {
        found.append(.output(Array(bytes)))
      }
    }
    for chunk in chunks {
      parser.feed(chunk[...], output: output, end: { found.append(.status($0)) })
    }
    parser.finish(output: output)
    return found
  }

  private func marker(_ status: Int) -> [UInt8] { Self.nonce + Array(" \(status)\n".utf8) }

  @Test func `what stands before the marker is output, what stands after it too`() {
    let bytes = Array("before".utf8) + marker(0) + Array("after".utf8) + marker(127)
    #expect(
      parse([bytes]) == [
        .output(Array("before".utf8)), .status(0), .output(Array("after".utf8)), .status(127),
      ])
  }

  @Test func `a command without output has a marker alone`() {
    #expect(parse([marker(1), marker(2)]) == [.status(1), .status(2)])
  }

  @Test(arguments: ["", " ", " x\n", " 1234\n", " \n", " 1", " 12x\n"])
  func `what only looks like a marker is output`(end: String) {
    let bytes = Self.nonce + Array(end.utf8)
    #expect(parse([bytes]) == [.output(bytes)])
    #expect(parse([bytes + marker(3)]) == [.output(bytes), .status(3)])
  }

  @Test func `a first byte in the middle of a marker begins a new one`() {
    for length in 1...Self.nonce.count {
      let start = Array(Self.nonce.prefix(length))
      #expect(parse([start + marker(5)]) == [.output(start), .status(5)])
    }
  }

  @Test func `no way of cutting the stream changes what is found`() {
    var random = SeededRandom(seed: 20_261_122)
    let pieces: [[UInt8]] = [
      Array("text".utf8), [MarkerParser.firstByte], Array(Self.nonce.prefix(7)), Self.nonce,
      marker(0), marker(255), Array(" 1\n".utf8), [0xFF, 0x00], [],
    ]
    for _ in 0..<2_000 {
      let stream = (0..<Int.random(in: 0...8, using: &random)).flatMap { _ in
        pieces.randomElement(using: &random) ?? []
      }
      var chunks: [[UInt8]] = []
      var rest = stream[...]
      while !rest.isEmpty {
        let count = Int.random(in: 1...min(rest.count, 12), using: &random)
        chunks.append(Array(rest.prefix(count)))
        rest = rest.dropFirst(count)
      }
      #expect(parse(chunks) == parse([stream]), "\(stream)")
    }
  }

  @Test func `all bytes come out again but for the markers`() {
    var random = SeededRandom(seed: 7)
    for _ in 0..<200 {
      let noise: [UInt8] = (0..<500).map { _ in
        Bool.random(using: &random)
          ? MarkerParser.firstByte : UInt8.random(in: 0...255, using: &random)
      }
      #expect(parse([noise, marker(9)]) == [.output(noise), .status(9)])
    }
  }
}
