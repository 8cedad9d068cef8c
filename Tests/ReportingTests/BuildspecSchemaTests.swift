import BuildspecModel
import Testing

@testable import JSONSyntax
@testable import Reporting

@Suite struct BuildspecSchemaTests {
  private func schema(_ draft: SchemaDraft) throws -> JSONNode {
    var reader = JSONReader(Array(BuildspecSchema(draft).text.utf8))
    return try reader.value()
  }

  @Test(arguments: SchemaDraft.allCases)
  func `every key of every section is there with its summary`(_ draft: SchemaDraft) throws {
    let root = try schema(draft)
    for section in SectionID.allCases {
      let node = section == .top ? root : root[draft.definitions]?[section.rawValue]
      for key in SectionTable.keys(of: section) {
        let property = node?["properties"]?[key.name]
        #expect(property?["description"]?.string == key.summary, "\(section) \(key.name)")
        #expect((property?["deprecated"] != nil) == (key.versions == .only01))
      }
    }
  }

  @Test(arguments: SchemaDraft.allCases)
  func `every reference leads to a definition`(_ draft: SchemaDraft) throws {
    let root = try schema(draft)
    let names = references(root)
    #expect(names.count > 50)
    let prefix = "#/\(draft.definitions)/"
    for name in names {
      #expect(name.hasPrefix(prefix))
      #expect(root[draft.definitions]?[String(name.dropFirst(prefix.count))] != nil, "\(name)")
    }
  }

  @Test func `draft 07 has nothing beside a reference`() throws {
    func check(_ node: JSONNode) {
      if node["$ref"] != nil { #expect(node.members?.count == 1) }
      for inner in (node.members ?? []).map(\.value) + (node.items ?? []) { check(inner) }
    }
    check(try schema(.draft07))
  }

  @Test func `only phases refuse unknown names`() throws {
    let root = try schema(.draft202012)
    for section in SectionID.allCases where section != .top {
      let extra = root["$defs"]?[section.rawValue]?["additionalProperties"]
      #expect((extra != nil) == (section == .phases), "\(section)")
    }
    #expect(root["additionalProperties"] == nil)
  }

  private func references(_ node: JSONNode) -> [String] {
    let inner = (node.members ?? []).map(\.value) + (node.items ?? [])
    return [node["$ref"]?.string].compactMap(\.self) + inner.flatMap(references)
  }
}
