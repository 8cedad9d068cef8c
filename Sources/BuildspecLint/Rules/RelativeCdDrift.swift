import BuildspecModel
import Diagnostics
import ShellSyntax
import YAMLSyntax

/// Folders that are entered twice.
enum RelativeCdDrift: ShellRule {
  static let info = RuleInfo(
    "BS407", "relative-cd-drift", .warning,
    summary: "A relative `cd` enters a folder that the build stands in already.",
    why: """
      The folder carries over from command to command and from phase to phase. The second \
      `cd app` looks for app/app.
      """,
    bad: """
      version: 0.2
      phases:
        install:
          commands:
            - cd app
            - npm ci
        build:
          commands:
            - cd app
            - npm test
      """,
    good: """
      version: 0.2
      phases:
        install:
          commands:
            - cd app
            - npm ci
        build:
          commands:
            - cd "$CODEBUILD_SRC_DIR/app"
            - npm test
      """,
    source: "Buildspec reference, versions; amazon-ecs-fargate-cdk-cicd issue 13.")

  static let signs: [StaticString] = ["cd "]

  static func check(_ shell: ShellReading, _ file: BuildspecFile) -> [Diagnostic] {
    guard !file.buildspec.isVersion01, isWorthReading(shell.items) else { return [] }
    var walk = Walk()
    for item in shell.items {
      // Most items do nothing to the folder and need not be read for it.
      if walk.needs(item) { walk.read(item) } else { walk.folder.isUsed = true }
    }
    guard let first = walk.drifts.first else { return [] }
    return [
      finding(
        "the build stands in `\(first.step.name)` already", at: first.place,
        related: [RelatedLocation(range: first.step.place, message: "entered here")]
          + walk.drifts.dropFirst().prefix(1).map {
            RelatedLocation(range: $0.place, message: "again here")
          },
        help: "the folder carries over between commands; begin the path with `$CODEBUILD_SRC_DIR/`",
        fix: first.fix)
    ]
  }

  /// Whether two `cd` have a name in common, which spares most files the reading.
  private static func isWorthReading(_ items: [ShellItem]) -> Bool {
    var names: [ArraySlice<UInt8>] = []
    let items = items.filter { $0.holds("cd ") }
    for item in items.count > 1 ? items : [] {
      let bytes = Array(item.command.text.utf8)
      var start = bytes.startIndex
      while let found = ByteSearch.first(UInt8(ascii: "c"), in: bytes, from: start) {
        start = found + 1
        guard bytes[start...].starts(with: [UInt8(ascii: "d"), 0x20]) else { continue }
        let path = bytes[(start + 2)...].prefix { !$0.isWordEnd }
        for name in path.split(whereSeparator: { "/\"'".utf8.contains($0) })
        where !name.isExpansionOrDots {
          if names.contains(name) { return true }
          names.append(name)
        }
      }
    }
    return false
  }

  private struct Drift {
    var place: SourceRange
    var step: WorkingFolder.Step
    var fix: Fix?
  }

  /// The way through the commands.
  private struct Walk {
    var folder = WorkingFolder()
    var drifts: [Drift] = []

    func needs(_ item: ShellItem) -> Bool {
      item.holds("cd ", "pushd", "popd", "source ", ". ", "eval", "cd\n")
        || item.command.text == "cd"
        || !folder.steps.isEmpty && item.holds("mkdir", "clone", "zip", "tar", "init", "cp", "mv")
    }

    mutating func read(_ item: ShellItem) {
      guard item.problem == nil else { return folder.forget() }
      for statement in item.script.statements { read(statement, item) }
    }

    private mutating func read(_ statement: ShellStatement, _ item: ShellItem) {
      let isPlain = statement.rest.allSatisfy { $0.join == .and } && !statement.isBackground
      for pipeline in statement.pipelines {
        guard let element = pipeline.elements.first else { continue }
        // A pipeline of several commands runs in shells of their own, as a subshell does.
        guard pipeline.elements.count == 1 else {
          folder.isUsed = true
          continue
        }
        switch element {
        case .simple(let command) where isPlain: read(command, item)
        case .simple(let command):
          if Self.changesFolder(command) { folder.forget() } else { folder.use(command) }
        case .compound(let compound):
          folder.isUsed = true
          guard compound.kind != .subshell else { continue }
          let inner = ShellScript(statements: compound.body).commands
          if inner.contains(where: Self.changesFolder) { folder.forget() }
          for command in inner { folder.use(command) }
        }
      }
    }

    private mutating func read(_ command: ShellCommand, _ item: ShellItem) {
      guard Self.changesFolder(command) else { return folder.use(command) }
      guard command.name == "cd", command.words.count == 2 else { return folder.forget() }
      let target = command.words[1]
      let place = item.range(of: command.range)
      if let path = belowSource(target) {
        folder.enterSource(path, at: place)
      } else if let path = relative(target) {
        if let step = folder.repeated(path) {
          drifts.append(Drift(place: place, step: step, fix: fix(target, path, item)))
          // What was meant, so that one slip is said once.
          folder.enterSource(path, at: place)
        } else {
          folder.enter(path, at: place)
        }
      } else {
        folder.forget()
      }
    }

    private func fix(_ target: ShellWord, _ path: [String], _ item: ShellItem) -> Fix? {
      guard folder.isBelowSource, item.command.style != .doubleQuoted,
        path.joined().utf8.allSatisfy({ ShellName.isNameByte($0) || "-.".utf8.contains($0) })
      else { return nil }
      return .replace(
        item.range(of: target.range),
        with: "\"$CODEBUILD_SRC_DIR/\(path.joined(separator: "/"))\"",
        "begin at the folder of the source", .unsafe)
    }

    private static func changesFolder(_ command: ShellCommand) -> Bool {
      guard let name = command.name else { return !command.words.isEmpty }
      return ["cd", "pushd", "popd", ".", "source", "eval"].contains(name)
    }

    /// The parts of a path that is written out and relative.
    private func relative(_ word: ShellWord) -> [String]? {
      guard let text = word.literal, let first = text.utf8.first,
        !"/~-".utf8.contains(first), !text.contains(where: { "*?[".contains($0) })
      else { return nil }
      return parts(text)
    }

    /// The parts behind `$CODEBUILD_SRC_DIR`.
    private func belowSource(_ word: ShellWord) -> [String]? {
      var parts = word.parts
      if parts.count == 1, case .doubleQuoted(let inner)? = parts.first { parts = inner }
      guard case .parameter("CODEBUILD_SRC_DIR", "", _)? = parts.first else { return nil }
      if parts.count == 1 { return [] }
      guard parts.count == 2, case .literal(let rest) = parts[1], rest.hasPrefix("/") else {
        return nil
      }
      return self.parts(rest)
    }

    private func parts(_ path: String) -> [String] {
      path.split(separator: "/").map(String.init).filter { $0 != "." }
    }
  }
}

extension UInt8 {
  fileprivate var isWordEnd: Bool {
    switch self {
    case 0x20, 0x0A, UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: ")"), UInt8(ascii: "|"):
      true
    default: false
    }
  }
}

extension ArraySlice<UInt8> {
  /// Whether a part of a path is none that can be entered twice.
  fileprivate var isExpansionOrDots: Bool {
    contains(UInt8(ascii: "$")) || allSatisfy { $0 == UInt8(ascii: ".") }
  }
}
