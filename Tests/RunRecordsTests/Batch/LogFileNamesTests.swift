import TestSupport
import Testing

@testable import RunRecords

/// Names of the files of a log folder.
struct LogFileNamesTests {
  @Test(arguments: [
    (["unit", "Build_2.x-1"], ["unit", "Build_2.x-1"]),
    (
      ["a/b", "../../etc/passwd", "..", ".", ".hidden"],
      ["a_b", "_._.._etc_passwd", "_.", "_", "_hidden"]
    ),
    (["Unit", "unit", "UNIT"], ["Unit", "unit_2", "UNIT_3"]),
    (["a/b", "a_b", "a_b_2"], ["a_b_3", "a_b", "a_b_2"]),
    (["", "a\u{0}b", "a\nb", "名前", "é"], ["build", "a_b", "a_b_2", "__", "_"]),
  ])
  func `an identifier stays as it is where it is safe`(identifiers: [String], names: [String]) {
    #expect(LogFileNames.make(identifiers) == names)
  }

  @Test func `a long identifier is cut and stays one of a kind`() {
    let long = String(repeating: "x", count: 300)
    let names = LogFileNames.make([long + "1", long + "2", long])
    #expect(Set(names).count == 3)
    #expect(names.allSatisfy { $0.utf8.count == 97 })
    #expect(LogFileNames.make([long])[0] == names[2])
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `names are safe, whatever the identifiers are`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let characters: [Character] = ["a", "A", "b", ".", "/", "_", "2", "\u{0}", "é", "\n", "~", " "]
    let identifiers = (0..<40).map { _ in
      String((0..<Int.random(in: 0...4, using: &random)).map { _ in random.pick(characters) })
    }
    let names = LogFileNames.make(identifiers)
    #expect(Set(names.map { $0.lowercased() }).count == names.count)
    for name in names {
      #expect(name.wholeMatch(of: /[A-Za-z0-9_-][A-Za-z0-9_.-]*/) != nil)
    }
  }
}
