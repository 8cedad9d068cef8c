import BuildExecution
import Reporting
import Testing

@testable import RunRecords

/// Names of runs.
struct RunIDTests {
  private func id(_ microseconds: Int64, _ random: String = "4f9a2c") -> RunID {
    RunID(time: Timestamp(microseconds: microseconds), random: random)
  }

  @Test func `a name tells the moment, and the order of names is that of time`() {
    let moments: [Int64] = [
      1_784_020_111_117_086, 951_782_399_999_999, 1_709_164_800_000_000, 4_102_444_799_000_000, 0,
      951_782_400_000_000, 1_784_020_111_118_086,
    ]
    #expect(id(moments[0]).description == "20260714-090831-117-4f9a2c")
    let sorted = moments.sorted().map { id($0) }
    #expect(sorted == sorted.sorted())
    for moment in moments {
      #expect(id(moment).startedAt.microseconds == moment / 1_000 * 1_000)
      let time = Timestamp(microseconds: moment)
      #expect(RunTime.timestamp(iso: RunTime.iso(time)) == time)
      #expect(RunID(id(moment).description) == id(moment))
    }
  }

  @Test(arguments: [
    "", "2026", "20260714-090831-117-4f9a2", "20260714-090831-117-4f9a2c-", "..", "tmp-0123",
    "20260714-090831-117-4f9a2/", "20260714/090831-117-4f9a2c",
  ])
  func `other names are none`(text: String) {
    #expect(RunID(text) == nil)
  }

  @Test(arguments: [
    "2026-07-14T09:08:31.117Z", "2026-13-14T09:08:31.117086Z", "2026-02-30T09:08:31.117086Z",
    "20260714090831117086", "2026-07-14T24:08:31.117086Z",
  ])
  func `only moments are read`(text: String) {
    #expect(RunTime.timestamp(iso: text) == nil)
  }

  @Test func `a begin matches, of the whole or of the last part`() {
    let id = id(1_784_020_111_117_086)
    for text in ["2", "20260714-0908", "4f", "4f9a2c", id.description] { #expect(id.matches(text)) }
    for text in ["", "9a", "0908", "117-4f"] { #expect(!id.matches(text)) }
  }
}
