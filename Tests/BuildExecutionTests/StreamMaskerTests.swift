import TestSupport
import Testing

@testable import BuildExecution

/// Masking against a search that is slow and plain.
struct StreamMaskerTests {
  /// What must come out: each stretch covered by forms of the secrets is one `***`.
  private func expected(_ text: [UInt8], _ forms: [[UInt8]]) -> [UInt8] {
    var spans: [Range<Int>] = []
    for form in forms where form.count <= text.count {
      for start in 0...text.count - form.count
      where text[start] == form[0] && text[start..<start + form.count].elementsEqual(form) {
        spans.append(start..<start + form.count)
      }
    }
    var result: [UInt8] = []
    var done = 0
    for span in spans.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    ) {
      if span.lowerBound >= done {
        result += text[done..<span.lowerBound]
        result += SecretMask.replacement.utf8
      }
      done = max(done, span.upperBound)
    }
    return result + text[done...]
  }

  private func masked(_ chunks: [ArraySlice<UInt8>], _ mask: SecretMask) -> [UInt8] {
    var masker = StreamMasker(mask)
    var result: [UInt8] = []
    for chunk in chunks { masker.feed(chunk) { result += $0 } }
    masker.finish { result += $0 }
    return result
  }

  private func chunks(_ text: [UInt8], _ random: inout SeededRandom) -> [ArraySlice<UInt8>] {
    var chunks: [ArraySlice<UInt8>] = []
    var rest = text[...]
    let longest = random.pick([1, 3, 12, 400])
    while !rest.isEmpty {
      let count = Int.random(in: 1...min(rest.count, longest), using: &random)
      chunks.append(rest.prefix(count))
      rest = rest.dropFirst(count)
    }
    return chunks
  }

  /// Few letters, so that secrets overlap with themselves and with each other.
  private func text(_ count: Int, _ random: inout SeededRandom) -> String {
    let letters = random.pick([
      "ab", "aB3/+ ", "p\"\\'\n%é$", "abcdefghijklmnopqrstuvwxyz0123456789",
    ])
    return String((0..<count).map { _ in random.pick(Array(letters)) })
  }

  /// A stream of noise, whole forms and cut ones.
  private func stream(_ forms: [[UInt8]], _ random: inout SeededRandom) -> [UInt8] {
    var stream: [UInt8] = []
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      let form = random.pick(forms)
      switch random.pick([0, 1, 2, 3]) {
      case 0: stream += form
      case 1: stream += form.prefix(Int.random(in: 0...form.count, using: &random))
      case 2: stream += form.suffix(Int.random(in: 0...form.count, using: &random))
      default: stream += text(Int.random(in: 0...12, using: &random), &random).utf8
      }
    }
    return stream
  }

  @Test(arguments: 0..<4)
  func `no secret leaks and nothing else is changed, in 100,000 cases`(part: Int) {
    var random = SeededRandom(seed: 20_261_122 + UInt64(part))
    for _ in 0..<250 {
      let secrets = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        text(Int.random(in: 4...30, using: &random), &random)
      }
      let forms = Array(secrets.reduce(into: Set()) { $0.formUnion(SecretForms.all(of: $1)) })
        .sorted { $0.lexicographicallyPrecedes($1) }
      guard !forms.isEmpty else { continue }
      let mask = SecretMask(secrets)
      for _ in 0..<100 {
        let stream = stream(forms, &random)
        let found = masked(chunks(stream, &random), mask)
        guard found == expected(stream, forms) else {
          Issue.record("\(secrets) in \(String(decoding: stream, as: UTF8.self))")
          return
        }
      }
    }
  }

  @Test func `only what may become a secret is held back`() {
    var masker = StreamMasker(SecretMask(["hunter22"]))
    var shown: [String] = []
    for chunk in ["Password: ", "x hu", "nt ", "hunter", "22", "!", "hunter22", "h"] {
      var text = ""
      masker.feed(Array(chunk.utf8)[...]) { text += String(decoding: $0, as: UTF8.self) }
      shown.append(text)
    }
    #expect(shown == ["Password: ", "x ", "hunt ", "", "***", "!", "***", ""])
    masker.finish { shown.append(String(decoding: $0, as: UTF8.self)) }
    #expect(shown.last == "h")
  }

  @Test func `a chunk without secrets goes on as it is`() {
    var masker = StreamMasker(SecretMask(["hunter22"]))
    let chunk = Array("nothing to hide\n".utf8)[...]
    var slices: [ArraySlice<UInt8>] = []
    masker.feed(chunk) { slices.append($0) }
    #expect(slices == [chunk])
  }

  @Test func `overlapping secrets become one mark, neighbours two`() {
    let mask = SecretMask(["abcdX", "Xefgh", "cdXe"])
    #expect(mask.masked("-abcdXefgh-") == "-***-")
    #expect(mask.masked("-abcdXabcdX-") == "-******-")
    #expect(SecretMask(["aaaa"]).masked(String(repeating: "a", count: 1_000)) == "***")
  }

  @Test func `without a secret nothing is masked`() {
    #expect(SecretMask([]).masked("abc") == "abc")
    #expect(SecretMask(["", "abc"]).masked("abc") == "abc")
  }

  @Test func `a long secret costs memory in proportion`() {
    let secret = (0..<2_000).map { "line \($0) of a long key" }.joined(separator: "\n")
    let mask = SecretMask([secret])
    #expect(mask.masked("<\(secret)>") == "<***>")
    #expect(mask.automaton.nodes.count < 20 * secret.utf8.count)
  }
}
