import BuildExecution
import Testing

@testable import RunRecords

/// What of the output a record takes.
struct OutputBudgetTests {
  private static let time = Timestamp(microseconds: 0)

  private func feed(_ budget: inout OutputBudget, _ text: String) -> Bool {
    budget.take(Array(text.utf8)[...], cost: 10, at: Self.time)
  }

  @Test func `all is taken up to the limit, and then only ends`() {
    var budget = OutputBudget(limit: 100)
    #expect(feed(&budget, String(repeating: "a", count: 50)))
    #expect(budget.takeTail() == nil)
    #expect(!feed(&budget, "one\n" + String(repeating: "b", count: 40)))
    // Small enough, but the order of the output must stay.
    #expect(!feed(&budget, "c"))
    let whole = budget.takeTail()
    #expect(whole?.omitted == 0)
    #expect(whole?.bytes.count == 45)
    #expect(budget.takeTail() == nil)
    for _ in 0..<1_000 { #expect(!feed(&budget, "0123456789 line\n")) }
    let end = budget.takeTail()
    #expect(end?.omitted == 16_000 - 96)
    #expect(end?.bytes.starts(with: "0123456789 line\n".utf8) == true)
  }

  @Test func `a limit of nothing takes nothing`() {
    var budget = OutputBudget(limit: 0)
    #expect(!feed(&budget, "some\n"))
    let tail = budget.takeTail()
    #expect(tail?.omitted == 5)
    #expect(tail?.bytes.isEmpty == true)
  }
}
