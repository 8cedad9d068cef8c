import Diagnostics
import TestSupport
import YAMLSyntax

/// A document with one scalar of which everything is known: its text, and the source of each piece.
struct ScalarDocument {
  private enum Step {
    case key(String)
    case index(Int)
  }

  private(set) var style: YAMLScalar.Style
  private(set) var units: [ScalarWriter.Unit] = []
  /// From the anchor, the tag or the first sign of the scalar to after its last one.
  private(set) var range = SourceRange(at: 0)
  private var writer = ScalarWriter()
  private var path: [Step] = []
  private let lineBreak: String
  /// Column of the innermost collection, -1 at the top.
  private var column = -1

  var source: SourceText { SourceText(path: "generated.yml", bytes: writer.bytes) }
  var isBlock: Bool { style == .literal || style == .folded }
  var decoded: [UInt8] { units.flatMap(\.decoded) }

  /// The scalar's node in the tree of this document.
  func node(in root: YAMLNode?) -> YAMLNode? {
    path.reduce(root) { node, step in
      switch step {
      case .key(let key): node?[key]
      case .index(let index): node?.sequence.flatMap { index < $0.count ? $0[index] : nil }
      }
    }
  }

  init(_ random: inout SeededRandom) {
    style = random.pick([.plain, .singleQuoted, .doubleQuoted, .literal, .folded])
    lineBreak = random.chance(3) ? "\r\n" : "\n"
    let isFlow = !isBlock && random.chance(4)
    if random.chance(20) { writer.write("\u{FEFF}") }
    if random.chance(4) { writer.write("# é 😀" + lineBreak) }
    if random.chance(6) { writer.write("---" + lineBreak) }
    nest(Int.random(in: isFlow ? 1...4 : 0...4, using: &random), &random)
    if isFlow { openFlow(&random) }
    let start = writer.offset
    if random.chance(6) { writer.write(random.pick(["&x ", "!!str ", "! ", "&x !!str "])) }
    let mayEndFile = !isFlow && random.chance(3)
    scalar(isFlow, mayEndFile, &random)
    range = SourceRange(start: start, end: writer.offset)
    if !mayEndFile { close(isFlow, &random) }
  }

  /// Mappings and lists inside each other, each on a line of its own or behind its parent's dash.
  private mutating func nest(_ depth: Int, _ random: inout SeededRandom) {
    var mayShareLine = false
    var isInMapping = false
    for level in 0..<depth {
      let isMapping = random.chance(2)
      if level > 0, mayShareLine, random.chance(2) {
        column += 2
      } else {
        if level > 0 { writer.write(lineBreak) }
        let isFlush = !isMapping && isInMapping && random.chance(3)
        column += isFlush ? 0 : 1 + Int.random(in: 0...3, using: &random)
        if level == 0 { column = random.chance(5) ? 2 : 0 }
        writer.write(String(repeating: " ", count: column))
      }
      let hasOlder = random.chance(3)
      let older = "1" + lineBreak + String(repeating: " ", count: column)
      if isMapping {
        writer.write((hasOlder ? "é: " + older : "") + "k:")
        path.append(.key("k"))
      } else {
        writer.write((hasOlder ? "- " + older : "") + "-")
        path.append(.index(hasOlder ? 1 : 0))
      }
      mayShareLine = !isMapping
      isInMapping = isMapping
      if mayShareLine, level < depth - 1 { writer.write(" ") }
    }
    if depth > 0 { writer.write(mayShareLine && writer.bytes.last == 0x20 ? "" : " ") }
  }

  private mutating func openFlow(_ random: inout SeededRandom) {
    if random.chance(2) {
      writer.write(random.pick(["{k: ", "{ 'é': [1], k: ", "{k:" + lineBreak + "         "]))
      path.append(.key("k"))
    } else {
      writer.write(random.pick(["[1, ", "[ 'é',", "[{a: b}," + lineBreak + "         "]))
      path.append(.index(1))
    }
  }

  private mutating func scalar(
    _ isFlow: Bool, _ mayEndFile: Bool, _ random: inout SeededRandom
  ) {
    if isBlock {
      let generator = BlockScalarGenerator(
        style: style, parentIndent: column, mayEndFile: mayEndFile, lineBreak: lineBreak)
      generator.write(to: &writer, &random)
    } else {
      let generator = FlowScalarGenerator(
        style: style, indent: column + 2, isInFlow: isFlow, lineBreak: lineBreak)
      generator.write(to: &writer, &random)
    }
    units = writer.units
  }

  private mutating func close(_ isFlow: Bool, _ random: inout SeededRandom) {
    if isFlow {
      guard case .key = path.last else {
        writer.write(random.pick(["]", " , 2 ]", ", é]"]) + lineBreak)
        return
      }
      writer.write(random.pick(["}", " , b: 2 }", ", ü: 1}"]) + lineBreak)
      return
    }
    if !isBlock { writer.write(random.pick(["", " # é"]) + lineBreak) }
    if random.chance(4) { writer.write("# after" + lineBreak) }
    guard column >= 0, random.chance(2), let last = path.last else { return }
    writer.write(String(repeating: " ", count: column))
    switch last {
    case .key: writer.write("next: 1" + lineBreak)
    case .index: writer.write("- 1" + lineBreak)
    }
  }
}
