import Diagnostics
import Foundation
import ImageDefinitions
import JSONSyntax
import TestSupport
import Testing

/// The reader of this module takes and refuses what Foundation's does, but for a comma before a
/// closing bracket, which Foundation takes.
@Suite struct StrictJSONTests {
  @Test func `changed texts are JSON to both or to none`() {
    var random = SeededRandom(seed: 7)
    let start = Array(
      #"[{"name":"web","imageUri":"x.org/é:1\u00e9\n"},{"a":[1,-0.5e+3,true,null],"b":{}}]"#.utf8)
    let signs = Array(#"[]{}":,\u 019-+.eEtfn/"#.utf8)
    for _ in 0..<20_000 {
      var bytes = start
      for _ in 0...Int.random(in: 0..<3, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        let sign = signs.randomElement(using: &random) ?? 0
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(sign, at: place)
        default: bytes[place] = sign
        }
      }
      let problems = problems(bytes)
      guard !problems.contains(where: { $0.message.hasPrefix("a comma stands") }) else { continue }
      let isJSON = (try? JSONSerialization.jsonObject(with: Data(bytes))) != nil
      #expect(problems.isEmpty == isJSON, "\(String(decoding: bytes, as: UTF8.self))")
    }
  }

  private func problems(_ bytes: [UInt8]) -> [Diagnostic] {
    ImageFileChecker.check(SourceText(path: "x.json", bytes: bytes)).findings.filter {
      ["IM001", "IM002", "IM004"].contains($0.rule.code)
    }
  }
}
