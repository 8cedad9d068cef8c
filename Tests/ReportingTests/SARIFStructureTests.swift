import BuildspecLint
import BuildspecModel
import Diagnostics
import Testing

@testable import JSONSyntax
@testable import Reporting

/// What GitHub requires and recommends of a SARIF file, checked on the bad example of every rule.
@Suite struct SARIFStructureTests {
  /// Required keys and further allowed ones of each kind of object.
  private static let shapes: [String: (required: Set<String>, optional: Set<String>)] = [
    "": (["$schema", "version", "runs"], []),
    "runs": (["tool", "automationDetails", "columnKind", "invocations", "results"], []),
    "tool": (["driver"], []),
    "driver": (["name", "version", "semanticVersion", "rules"], []),
    "automationDetails": (["id"], []),
    "invocations": (["executionSuccessful"], []),
    "rules": (
      [
        "id", "name", "shortDescription", "fullDescription", "help", "defaultConfiguration",
        "properties",
      ], []
    ),
    "shortDescription": (["text"], []),
    "fullDescription": (["text"], []),
    "help": (["text", "markdown"], []),
    "defaultConfiguration": (["level"], []),
    "properties": (["tags", "precision", "problem.severity"], []),
    "results": (
      ["ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints"],
      ["relatedLocations", "fixes"]
    ),
    "message": (["text"], []),
    "description": (["text"], []),
    "locations": (["physicalLocation"], []),
    "relatedLocations": (["id", "physicalLocation", "message"], []),
    "physicalLocation": (["artifactLocation", "region"], []),
    "artifactLocation": (["uri"], []),
    "region": (["startLine", "startColumn", "endLine", "endColumn"], []),
    "deletedRegion": (["startLine", "startColumn", "endLine", "endColumn"], []),
    "partialFingerprints": (["primaryLocationLineHash"], []),
    "fixes": (["description", "artifactChanges"], []),
    "artifactChanges": (["artifactLocation", "replacements"], []),
    "replacements": (["deletedRegion", "insertedContent"], []),
    "insertedContent": (["text"], []),
  ]

  private static func report() -> String {
    let files = RuleCatalog.rules.map { rule in
      let source = SourceText(path: rule.info.examplePath, text: rule.info.bad)
      return FileFindings(
        source: source, diagnostics: Linter.lint(BuildspecFile(source: source), LintContext()))
    }
    return FindingsReport.render(files, as: .sarif, style: Style(isColored: false))
  }

  @Test func `every object has its keys, and no other`() throws {
    var reader = JSONReader(Array(Self.report().utf8))
    let root = try reader.value()
    #expect(reader.isAtEnd)
    check(root, kind: "")
    let run = try #require(root["runs"]?.items?.first)
    let rules = try #require(run["tool"]?["driver"]?["rules"]?.items)
    #expect(rules.count > 70)
    let codes = Set(rules.compactMap { $0["id"]?.string })
    #expect(codes.count == rules.count)
    #expect(codes.allSatisfy { RuleCatalog.rule($0) != nil })
    let results = try #require(run["results"]?.items)
    #expect(results.allSatisfy { codes.contains($0["ruleId"]?.string ?? "") })
  }

  private func check(_ node: JSONNode, kind: String) {
    switch node.content {
    case .object(let members):
      let keys = Set(members.map(\.key))
      guard let shape = Self.shapes[kind] else {
        Issue.record("unknown kind of object: \(kind)")
        return
      }
      #expect(keys.isSuperset(of: shape.required), "\(kind)")
      #expect(keys.isSubset(of: shape.required.union(shape.optional)), "\(kind)")
      for member in members { check(member.value, kind: member.key) }
    case .array(let items):
      #expect(!items.isEmpty, "\(kind)")
      for item in items { check(item, kind: kind) }
    case .string(let text):
      #expect(!text.isEmpty || kind == "text", "\(kind)")
      if kind.hasSuffix("Description") { #expect(text.count <= 1_024) }
    case .number, .boolean, .null: break
    }
  }
}
