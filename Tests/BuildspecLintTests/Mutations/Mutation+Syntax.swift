import Diagnostics
import TestSupport
import YAMLSyntax

/// Mistakes after which the file is no YAML, or another YAML than was meant.
extension Mutation {
  static let syntax = [
    command("backslash that is no escape", ["BS020"], #""grep '\d' log.txt""#, #""echo \$HOME""#),
    Mutation("byte that is no UTF-8", ["BS003"]) { ground, random in
      guard let mutant = ground.command("echo @", &random) else { return nil }
      let line = mutant.source.range(ofLine: mutant.lines.lowerBound)
      var bytes = mutant.source.bytes
      bytes[line.end - 1] = 0xE9
      return Mutant(source: SourceText(path: ground.source.path, bytes: bytes), lines: mutant.lines)
    },
    Mutation("continuation not indented", ["BS017"]) { ground, random in
      ground.command("«|\n    make\n  make check»", &random)
    },
    Mutation("empty file", ["BS011"]) { ground, _ in
      ground.replacing(ground.whole, with: "«»# nothing\n")
    },
    Mutation("item less indented than its list", ["BS001"]) { ground, random in
      guard let (_, item) = ground.neighbours.randomElement(using: &random),
        ground.dash(of: item) > 2
      else { return nil }
      let start = item.range.start - 2 - ground.dash(of: item)
      return ground.replacing(SourceRange(start: start, end: start + 1), with: "")
    },
    Mutation("item more indented than its list", ["BS208"]) { ground, random in
      guard let (before, item) = ground.neighbours.randomElement(using: &random),
        before.scalar?.style == .plain, item.scalar?.style == .plain,
        ground.source.range(ofLine: ground.lineNumber(of: before.range.start)).end
          == before.range.end
      else { return nil }
      let start = item.range.start - 2 - ground.dash(of: item)
      return ground.replacing(SourceRange(at: start), with: "  ")
    },
    Mutation("key twice", ["BS006"]) { ground, random in
      let pairs = ground.innerPairs.filter { $0.key.scalar?.style == .plain }
      guard let pair = pairs.randomElement(using: &random), let key = pair.key.scalar?.text,
        let column = ground.column(of: pair.key.range.start)
      else { return nil }
      let mutant = ground.inserting("\(key): a", before: pair.key.range.start, column: column)
      return Mutant(
        source: mutant.source, lines: mutant.lines.lowerBound + 1...mutant.lines.upperBound + 1)
    },
    Mutation("key without its colon", ["BS001", "BS201"]) { ground, random in
      let pairs = ground.innerPairs.filter { $0.value.mapping != nil || $0.value.sequence != nil }
      guard let pair = pairs.randomElement(using: &random) else { return nil }
      return ground.replacing(
        SourceRange(start: pair.key.range.end, end: pair.key.range.end + 1), with: "")
    },
    command(
      "list in brackets as a command", ["BS203"], #"["npm", "ci"]"#, "- make\n  - make check"),
    Mutation("no blank after the colon", ["BS001", "BS201"]) { ground, random in
      let pairs = ground.innerPairs.filter {
        $0.value.scalar?.style == .plain && !$0.value.isNull
          && $0.value.range.start == $0.key.range.end + 2
      }
      guard let pair = pairs.randomElement(using: &random) else { return nil }
      return ground.replacing(
        SourceRange(start: pair.key.range.end + 1, end: pair.value.range.start), with: "")
    },
    command("percent or backtick at the start", ["BS019"], "`date`", "@echo off", "%PATH%"),
    command("quoted word, then text", ["BS018"], #""$TOOL" --version"#, "'npm' ci", #""a" && b"#),
    Mutation("second document", ["BS010"]) { ground, _ in
      ground.root.pair("phases").map {
        ground.inserting("---", before: $0.key.range.start, column: 0)
      }
    },
    Mutation("tab as indentation", ["BS002"]) { ground, random in
      guard let pair = ground.innerPairs.randomElement(using: &random),
        let column = ground.column(of: pair.key.range.start)
      else { return nil }
      let start = pair.key.range.start - column
      return ground.replacing(SourceRange(start: start, end: pair.key.range.start), with: "\t")
    },
    command("test in brackets at the start", ["BS019"], "[ -f x ] && make", "[ -z $A ] || exit 1"),
    Mutation("text instead of a buildspec", ["BS012"]) { ground, random in
      ground.replacing(
        ground.whole, with: random.pick(["«version 0.2»\n", "«- version: 0.2»\n- phases\n"]))
    },
    command("unquoted colon", ["BS202"], #"echo "Hello: world""#, "echo status: done"),
    command("unclosed double quote", ["BS001"], "\"echo done"),
    command("unclosed single quote", ["BS001"], "'echo done"),
    section(
      "unquoted star in a pattern", ["BS007", "BS604"],
      "artifacts:\n  files:\n    «- **/*»", "artifacts:\n  files:\n    - a.zip\n    «- *.json»",
      "cache:\n  paths:\n    «- **/node_modules»"),
    Mutation("version without its colon", ["BS001"]) { ground, _ in
      guard let pair = ground.root.pair("version") else { return nil }
      return ground.replacing(
        SourceRange(start: pair.key.range.end, end: pair.key.range.end + 1), with: "")
    },
  ]
}
