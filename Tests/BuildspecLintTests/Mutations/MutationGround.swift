import BuildspecModel
import Diagnostics
import TestSupport
import YAMLSyntax

@testable import BuildspecLint

/// A valid file in which a mistake can be sown, with the means to do so.
struct MutationGround {
  let source: SourceText
  let root: YAMLNode
  /// Items of lists of commands that stand behind a dash of their own line.
  let items: [YAMLNode]
  let isPosix: Bool
  let isSh: Bool

  /// `nil` when the file is not of version 0.2 or its top level is not at the first column.
  init?(_ source: SourceText) {
    let file = BuildspecFile(source: source)
    guard let root = file.document.root, file.isReadable, source.bytes.first != 0xEF,
      root["version"]?.scalar?.text == "0.2", root["phases"]?.mapping != nil,
      let first = root.mapping?.first, source.position(at: first.key.range.start).column == 1
    else { return nil }
    self.source = source
    self.root = root
    let dialect = ShellReading(file).dialect
    isPosix = dialect != .windows
    isSh = dialect == .posix
    items = (root["phases"]?.mapping ?? []).flatMap { $0.value["commands"]?.sequence ?? [] }
      .filter { Self.isItem($0, in: source) }
  }

  private static func isItem(_ node: YAMLNode, in source: SourceText) -> Bool {
    let start = source.range(ofLine: source.lines.line(at: node.range.start)).start
    let before = source.text(SourceRange(start: start, end: node.range.start))
    return node.scalar != nil && !node.isNull && before.drop { $0 == " " } == "- "
  }

  /// The only-blank-preceded column of a place, from 0; `nil` when something stands before it.
  func column(of offset: Int) -> Int? {
    let start = source.range(ofLine: lineNumber(of: offset)).start
    return source.bytes[start..<offset].allSatisfy { $0 == 0x20 } ? offset - start : nil
  }

  func lineNumber(of offset: Int) -> Int { source.lines.line(at: offset) }

  /// Column of the dash of an item.
  func dash(of item: YAMLNode) -> Int {
    item.range.start - source.range(ofLine: lineNumber(of: item.range.start)).start - 2
  }

  var whole: SourceRange { SourceRange(start: 0, end: source.bytes.count) }

  // MARK: Edits

  /// A part of the file put in another's place; the marks in it say where the mistake stands, without
  /// any it is all of it.
  func replacing(_ range: SourceRange, with marked: String) -> Mutant {
    let text = MarkedText(marked)
    let first = lineNumber(of: range.start)
    let bytes = Array(text.text.utf8)
    func line(_ offset: Int) -> Int { first + bytes[..<offset].count { $0 == 0x0A } }
    let start = text.ranges.first?.start ?? 0
    let end = text.ranges.last?.end ?? bytes.count - (bytes.last == 0x0A ? 1 : 0)
    let edited = source.replacing([TextEdit(range: range, replacement: text.text)])
    return Mutant(source: edited, lines: line(start)...line(end))
  }

  /// Whole lines put before the line of a place.
  func inserting(_ marked: String, before offset: Int, column: Int) -> Mutant {
    let indent = String(repeating: " ", count: column)
    let lines = marked.split(separator: "\n", omittingEmptySubsequences: false)
    let text = lines.map { $0.isEmpty ? "\n" : indent + $0 + "\n" }.joined()
    return replacing(
      SourceRange(at: source.range(ofLine: lineNumber(of: offset)).start), with: text)
  }

  /// A child put before the first one of a mapping, unless the mapping has that key.
  func child(of node: YAMLNode?, _ marked: String) -> Mutant? {
    guard let node, node.alias == nil, let first = node.mapping?.first,
      let column = column(of: first.key.range.start), node[Self.key(of: marked)] == nil
    else { return nil }
    return inserting(marked, before: first.key.range.start, column: column)
  }

  private static func key(of marked: String) -> String {
    String(MarkedText(marked).text.prefix { $0 != ":" && $0 != "\n" })
  }

  func section(_ marked: String) -> Mutant? {
    guard root[Self.key(of: marked)] == nil, let phases = root.pair("phases") else { return nil }
    return inserting(marked, before: phases.key.range.start, column: 0)
  }

  func command(_ marked: String, _ random: inout SeededRandom) -> Mutant? {
    guard let item = items.randomElement(using: &random) else { return nil }
    let text = "- " + marked.replacing("\n", with: "\n  ").replacing("\n  - ", with: "\n- ")
    return inserting(text, before: item.range.start, column: dash(of: item))
  }

  func environment(_ marked: String) -> Mutant? {
    guard let env = root["env"] else {
      return section("env:\n  " + marked.replacing("\n", with: "\n  "))
    }
    return child(of: env, marked)
  }

  func variable(_ marked: String) -> Mutant? {
    guard let variables = root["env"]?["variables"] else {
      return environment("variables:\n  " + marked.replacing("\n", with: "\n  "))
    }
    return child(of: variables, marked)
  }

  func runtime(_ marked: String) -> Mutant? {
    let lines = "runtime-versions:\n  " + marked
    guard let install = root["phases"]?["install"] else {
      return child(of: root["phases"], "install:\n  " + lines.replacing("\n", with: "\n  "))
    }
    guard let runtimes = install["runtime-versions"] else { return child(of: install, lines) }
    return child(of: runtimes, marked)
  }

  /// Items of one line each, on lines after each other.
  var neighbours: [(YAMLNode, YAMLNode)] {
    zip(items, items.dropFirst()).filter { before, item in
      lineNumber(of: before.range.start) + 1 == lineNumber(of: item.range.start)
        && dash(of: before) == dash(of: item)
    }
  }

  /// A phase with commands.
  func phase(_ random: inout SeededRandom) -> YAMLNode? {
    (root["phases"]?.mapping ?? []).map(\.value).filter { $0["commands"]?.sequence != nil }
      .randomElement(using: &random)
  }

  /// A key and the name that it is given instead.
  func renaming(
    _ pair: YAMLPair?, _ names: [String: [String]], _ random: inout SeededRandom
  ) -> Mutant? {
    guard let pair, let key = pair.key.scalar?.text, let others = names[key],
      let other = others.randomElement(using: &random)
    else { return nil }
    return replacing(pair.key.range, with: other)
  }

  /// Keys that stand first on their line inside another mapping, with their values.
  var innerPairs: [YAMLPair] {
    var found: [YAMLPair] = []
    func visit(_ node: YAMLNode) {
      for pair in node.mapping ?? [] {
        if let column = column(of: pair.key.range.start), column > 0 { found.append(pair) }
        visit(pair.value)
      }
    }
    visit(root)
    return found
  }
}
