import Diagnostics

/// Findings as one JSON document, version 1.
enum JSONReport {
  static func render(_ files: [FileFindings]) -> String {
    let findings = files.flatMap { file in
      file.diagnostics.map { finding($0, in: file.source) }
    }
    let document: JSONValue = [
      "schemaVersion": 1,
      "findings": .array(findings),
      "summary": summary(files),
    ]
    return document.text(indent: 2) + "\n"
  }

  static func summary(_ files: [FileFindings]) -> JSONValue {
    let counts = FindingCounts(files)
    return [
      "files": .number(files.count), "errors": .number(counts.errors),
      "warnings": .number(counts.warnings), "infos": .number(counts.infos),
    ]
  }

  static func finding(_ diagnostic: Diagnostic, in source: SourceText) -> JSONValue {
    [
      "code": .string(diagnostic.rule.code),
      "name": .string(diagnostic.rule.name),
      "severity": .string(diagnostic.severity.rawValue),
      "message": .string(diagnostic.message),
      "path": .string(source.path),
      "range": range(diagnostic.range, in: source),
      "related": .array(
        diagnostic.related.map {
          ["message": .string($0.message), "range": range($0.range, in: source)]
        }),
      "help": .optional(diagnostic.help),
      "codeBuildSays": .optional(diagnostic.serviceMessage),
      "fix": diagnostic.fix.map { fix($0, in: source) } ?? .null,
    ]
  }

  private static func fix(_ fix: Fix, in source: SourceText) -> JSONValue {
    [
      "title": .string(fix.title),
      "safety": .string(fix.safety.rawValue),
      "edits": .array(
        fix.edits.map {
          ["range": range($0.range, in: source), "replacement": .string($0.replacement)]
        }),
    ]
  }

  /// Lines and columns are 1-based, columns in code points; offsets are bytes from 0.
  private static func range(_ range: SourceRange, in source: SourceText) -> JSONValue {
    ["start": place(range.start, in: source), "end": place(range.end, in: source)]
  }

  private static func place(_ offset: Int, in source: SourceText) -> JSONValue {
    let position = source.position(at: offset)
    return [
      "line": .number(position.line), "column": .number(position.column),
      "offset": .number(offset),
    ]
  }
}
