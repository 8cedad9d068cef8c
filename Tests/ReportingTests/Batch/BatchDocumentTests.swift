import BatchExecution
import BuildExecution
import BuildPlanning
import JSONSyntax
import TestSupport
import Testing

@testable import Reporting

/// What docs/batch.md says about the reports of a batch.
struct BatchDocumentTests {
  private static func document() throws -> String {
    String(decoding: try TestFiles.read(Snapshot.path("../docs/batch.md")), as: UTF8.self)
  }

  @Test func `the summary is what the document shows`() throws {
    let written = SampleBatches.documented.written {
      BatchLog(output: $0, style: Style(isColored: false), isVerbose: false)
    }
    let summary = written.output.split(separator: "\n\n").last.map(String.init)
    #expect(try Self.document().contains("```text\n\(summary ?? "-")```\n"))
  }

  @Test func `every field of an event stands in the row of the event`() throws {
    let rows = try Self.document().split(separator: "\n").filter { $0.hasPrefix("| `") }
    let text = SampleBatches.mixed.written { BatchJSONLines(output: $0) }.output
    for line in text.split(separator: "\n") {
      var reader = JSONReader(Array(line.utf8))
      guard case .object(let members) = try reader.value().content,
        case .string(let event) = members.first?.value.content,
        event.hasPrefix("member") || !members.contains(where: { $0.key == "member" })
      else { continue }
      let row = rows.first { $0.hasPrefix("| `\(event)` |") }
      for member in members
      where !["event", "schemaVersion", "time", "member"].contains(member.key) {
        #expect(row?.contains("`\(member.key)`") == true, "\(event): \(member.key)")
      }
    }
  }
}
