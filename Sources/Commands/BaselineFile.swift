import BuildspecLint
import Diagnostics
import Reporting
import SystemPackage
import YAMLSyntax

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A baseline on disk. Paths in it are relative to its folder, so that it can be used from anywhere.
struct BaselineFile {
  private let folder: [String]
  private var baseline: Baseline

  /// An empty one that will stand at `path`.
  init(at path: String) {
    folder = Array(Self.components(of: path).dropLast())
    baseline = Baseline()
  }

  static func read(_ path: String) throws(ToolError) -> BaselineFile {
    let source = try SourceReader.read(path)
    var file = BaselineFile(at: path)
    // What is written as JSON below is YAML too.
    var limits = YAMLLimits()
    limits.nodes = .max
    let document = YAMLDocument(parsing: source, limits: limits)
    guard !document.hasSyntaxError, let root = document.root, let items = root["findings"]?.sequence
    else { throw .usage("\(path): is no baseline; write one with --write-baseline") }
    guard root["schemaVersion"]?.scalar?.text == "1" else {
      throw .usage("\(path): is a baseline of another version of this tool")
    }
    var counts: [Baseline.Key: Int] = [:]
    for item in items {
      guard let path = item["path"]?.scalar?.text, let code = item["rule"]?.scalar?.text,
        let line = item["line"]?.scalar?.text
      else { continue }
      let count = item["count"].flatMap { $0.scalar.flatMap { Int($0.text) } } ?? 1
      counts[Baseline.Key(path: path, code: code, line: line)] = count
    }
    file.baseline = Baseline(counts: counts)
    return file
  }

  func unknown(among findings: [Diagnostic], in source: SourceText) -> [Diagnostic] {
    findings.isEmpty
      ? [] : baseline.unknown(among: findings, in: source, as: name(of: source.path))
  }

  mutating func add(_ findings: [Diagnostic], in source: SourceText) {
    baseline.add(findings, in: source, as: name(of: source.path))
  }

  var json: String {
    let findings = baseline.counts.sorted { $0.key < $1.key }.map { key, count -> JSONValue in
      [
        "path": .string(key.path), "rule": .string(key.code), "line": .string(key.line),
        "count": .number(count),
      ]
    }
    let document: JSONValue = ["schemaVersion": 1, "findings": .array(findings)]
    return document.text(indent: 2) + "\n"
  }

  /// The path of a file as seen from the folder of the baseline.
  private func name(of path: String) -> String {
    let file = Self.components(of: path)
    let shared = zip(folder, file).prefix { $0 == $1 }.count
    let up = Array(repeating: "..", count: folder.count - shared)
    return (up + file[shared...]).joined(separator: "/")
  }

  private static func components(of path: String) -> [String] {
    var full = FilePath(path)
    if !full.isAbsolute, let here = getcwd(nil, 0) {
      full = FilePath(platformString: here).appending(path)
      free(here)
    }
    return full.lexicallyNormalized().components.map(\.string)
  }
}
