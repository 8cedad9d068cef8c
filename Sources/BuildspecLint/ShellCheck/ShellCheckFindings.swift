import BuildspecModel
import Diagnostics
import YAMLSyntax

/// What ShellCheck says of the commands of a file, as findings of that file.
struct ShellCheckFindings {
  private let file: BuildspecFile
  private let policy: LintPolicy
  /// What our rules found, which is not said twice.
  private let own: [Diagnostic]

  /// `nil` when ShellCheck is not wanted or could not be asked.
  static func find(
    in file: BuildspecFile, _ context: LintContext, own: [Diagnostic], _ policy: LintPolicy
  ) -> [Diagnostic]? {
    guard let ask = context.shellCheck, let shell = context.shell else { return nil }
    let scripts = shell.shellCheckScripts
    guard !scripts.isEmpty else { return [] }
    guard let answers = ask(scripts) else { return nil }
    let reader = ShellCheckFindings(file: file, policy: policy, own: own)
    var variables = ShellCheckVariables(file, context.project)
    var findings: [Diagnostic] = []
    for (item, script) in zip(shell.items, scripts) {
      findings += reader.findings(answers[script] ?? [], item, variables)
      variables.add(item)
    }
    return findings
  }

  private func findings(
    _ comments: [ShellCheckComment], _ item: ShellItem, _ variables: ShellCheckVariables
  ) -> [Diagnostic] {
    let wanted = comments.filter { isWanted($0) && !isSaid($0, of: item.command) }
    guard !wanted.isEmpty else { return [] }
    let command = item.command
    let places = ShellCheckPlaces(command.text)
    let map = ScalarSourceMap(
      of: YAMLScalar(text: command.text, style: command.style), at: command.range,
      in: file.source)
    let fixes = map.map { map in
      ShellCheckFix(
        command: command, places: places, map: map, source: file.source,
        isInBrackets: isInBrackets(command))
    }
    var seen: Set<Diagnostic> = []
    return wanted.compactMap { comment in
      let place = places.range(comment.place)
      if let place, isHarmless(comment, at: place, in: places.text, variables) { return nil }
      let rule = ShellCheckCode.identity(comment.code)
      let range = place.flatMap { map?.sourceRange(of: $0) } ?? command.range
      let finding = Diagnostic(
        rule: rule, severity: ShellCheckPolicy.severity(comment.level),
        message: Self.message(comment),
        range: range, help: ShellCheckCode.page(rule.code), fix: fixes?.fix(for: comment, rule))
      return seen.insert(finding).inserted ? finding : nil
    }
  }

  /// Matters of taste are reported only to those who name them.
  private func isWanted(_ comment: ShellCheckComment) -> Bool {
    let rule = ShellCheckCode.identity(comment.code)
    return policy.isOn(rule) && (comment.level != .style || policy.names(rule))
  }

  private func isSaid(_ comment: ShellCheckComment, of command: Command) -> Bool {
    ShellCheckPolicy.treatments(of: comment.code).contains { treatment in
      switch treatment {
      case .dropped: true
      case .unlessSaidOfFile(let codes): own.contains { codes.contains($0.rule.code) }
      case .unlessSaidOfCommand(let codes):
        own.contains { codes.contains($0.rule.code) && command.range.contains($0.range) }
      case .unsetVariables, .beforeTheEnd: false
      }
    }
  }

  private func isHarmless(
    _ comment: ShellCheckComment, at place: SourceRange, in text: [UInt8],
    _ variables: ShellCheckVariables
  ) -> Bool {
    ShellCheckPolicy.treatments(of: comment.code).contains { treatment in
      switch treatment {
      case .unsetVariables: variables.isSet(Self.name(in: text[place.start..<place.end]))
      case .beforeTheEnd: text[place.end...].allSatisfy { [0x20, 0x09, 0x0A].contains($0) }
      case .dropped, .unlessSaidOfFile, .unlessSaidOfCommand: false
      }
    }
  }

  /// `NAME` of `$NAME` or `${NAME:-x}`.
  private static func name(in text: ArraySlice<UInt8>) -> String {
    let signs = [UInt8(ascii: "$"), UInt8(ascii: "{"), UInt8(ascii: "\""), UInt8(ascii: "#")]
    let name = text.drop { signs.contains($0) }.prefix { byte in
      byte == UInt8(ascii: "_") || (0x30...0x39).contains(byte)
        || (0x41...0x5A).contains(byte & 0xDF)
    }
    return String(decoding: name, as: UTF8.self)
  }

  /// Some begin with a blank.
  private static func message(_ comment: ShellCheckComment) -> String {
    String(comment.message.drop { $0 == " " })
  }

  private func isInBrackets(_ command: Command) -> Bool {
    file.commandLists.contains { list in
      list.value.range.contains(command.range)
        && file.source.bytes[list.value.range.start] == UInt8(ascii: "[")
    }
  }
}
