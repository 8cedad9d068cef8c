import Diagnostics

/// The findings of one file in SARIF.
struct SARIFResult {
  let source: SourceText
  let uri: String
  let fingerprints: LineFingerprints

  func value(_ diagnostic: Diagnostic, ruleIndex: Int?) -> JSONValue {
    let line = source.lines.line(at: diagnostic.range.start)
    var fields: [(key: String, value: JSONValue)] = [
      ("ruleId", .string(diagnostic.rule.code)),
      ("level", .string(SARIFRule.level(diagnostic.severity))),
      ("message", ["text": .string(FindingText.lines(diagnostic))]),
      ("locations", .array([["physicalLocation": place(diagnostic.range)]])),
      ("partialFingerprints", ["primaryLocationLineHash": .string(fingerprints.line(line))]),
    ]
    if let ruleIndex { fields.insert(("ruleIndex", .number(ruleIndex)), at: 1) }
    if !diagnostic.related.isEmpty {
      fields.append(("relatedLocations", .array(diagnostic.related.enumerated().map(related))))
    }
    // GitHub refuses a whole report for one fix without a change.
    if let fix = diagnostic.fix, !fix.edits.isEmpty {
      fields.append(("fixes", .array([value(fix)])))
    }
    return .object(fields)
  }

  private func related(_ index: Int, _ location: RelatedLocation) -> JSONValue {
    [
      "id": .number(index + 1), "physicalLocation": place(location.range),
      "message": ["text": .string(location.message)],
    ]
  }

  private func value(_ fix: Fix) -> JSONValue {
    let replacements = fix.edits.map { edit -> JSONValue in
      [
        "deletedRegion": region(edit.range),
        "insertedContent": ["text": .string(edit.replacement)],
      ]
    }
    return [
      "description": ["text": .string(fix.title)],
      "artifactChanges": .array([
        ["artifactLocation": ["uri": .string(uri)], "replacements": .array(replacements)]
      ]),
    ]
  }

  private func place(_ range: SourceRange) -> JSONValue {
    ["artifactLocation": ["uri": .string(uri)], "region": region(range)]
  }

  private func region(_ range: SourceRange) -> JSONValue {
    let region = SourceRegion(range, in: source)
    return [
      "startLine": .number(region.start.line), "startColumn": .number(region.start.column),
      "endLine": .number(region.end.line), "endColumn": .number(region.end.column),
    ]
  }

  /// A path as a URI reference: relative, or `file:` for an absolute one.
  static func uri(_ path: String) -> String {
    var output = path.hasPrefix("/") ? "file://" : ""
    for byte in path.utf8 {
      let scalar = Unicode.Scalar(byte)
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~", "/":
        output.unicodeScalars.append(scalar)
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        output += "%" + (byte < 16 ? "0" : "") + digits
      }
    }
    return output
  }
}
