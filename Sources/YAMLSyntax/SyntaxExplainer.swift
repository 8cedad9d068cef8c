import Diagnostics

/// Tells from the text around an error what its author most likely did, and where. libyaml often
/// stops lines below the mistake and names a construct that the author never meant to write.
struct SyntaxExplainer {
  let source: SourceText

  private typealias Finding = (cause: YAMLSyntaxCause, range: SourceRange)

  func problem(_ failure: YAMLParserFailure) -> YAMLProblem {
    if failure.isReader {
      return YAMLProblem(
        .encoding(failure.problem),
        at: SourceRange(
          start: failure.offset, end: min(failure.offset + 1, source.bytes.count)))
    }
    let finding = explain(failure)
    let error = YAMLSyntaxError(
      problem: failure.problem, reportedLine: failure.line, cause: finding.cause)
    return YAMLProblem(.syntax(error), at: finding.range)
  }

  private func explain(_ failure: YAMLParserFailure) -> Finding {
    tab(failure)
      ?? escape(failure)
      ?? openQuote(failure)
      ?? value(failure)
      ?? block(failure)
      ?? flow(failure)
      ?? colon(failure)
      ?? missingColon(failure)
      ?? indentation(failure)
      ?? (.other, rest(ofLine: failure.offset))
  }

  // MARK: One function for each kind of mistake

  private func tab(_ failure: YAMLParserFailure) -> Finding? {
    for offset in [failure.offset, failure.contextOffset ?? failure.offset] {
      let shape = shape(at: offset)
      if let tab = shape.indentTab {
        return (.tabIndentation, SourceRange(start: tab, end: shape.range.start + shape.indent))
      }
    }
    return nil
  }

  private func escape(_ failure: YAMLParserFailure) -> Finding? {
    guard failure.problem == "found unknown escape character" else { return nil }
    let end = min(failure.offset + 2, source.bytes.count)
    return (.unknownEscape, SourceRange(start: failure.offset, end: end))
  }

  private func openQuote(_ failure: YAMLParserFailure) -> Finding? {
    guard failure.context == "while scanning a quoted scalar", let start = failure.contextOffset
    else { return nil }
    return (.unclosedQuote(character(start)), rest(ofLine: start))
  }

  /// A value that starts with something YAML takes for its own.
  private func value(_ failure: YAMLParserFailure) -> Finding? {
    let shape = shape(at: failure.offset)
    guard let first = shape.firstOfValue, !shape.isBlockHeader else { return nil }
    switch first {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      guard let end = shape.endOfQuoted(first), shape.hasText(after: end) else { return nil }
      return (.textAfterQuote(character(shape.valueStart)), shape.valueRange)
    case UInt8(ascii: "*"), UInt8(ascii: "&"), UInt8(ascii: "!"), UInt8(ascii: "%"),
      UInt8(ascii: "@"), UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: ">"):
      return (.reservedStart(character(shape.valueStart)), shape.valueRange)
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      let close = first == UInt8(ascii: "[") ? UInt8(ascii: "]") : UInt8(ascii: "}")
      guard shape.contains(close, after: shape.valueStart) else { return nil }
      return (.reservedStart(character(shape.valueStart)), shape.valueRange)
    default: return nil
    }
  }

  /// A line of a block scalar that is indented less than the block's first line.
  private func block(_ failure: YAMLParserFailure) -> Finding? {
    let last = source.lines.line(at: failure.offset)
    let indent = shape(at: failure.offset).indent
    var content: LineShape?
    var line = last - 1
    while line >= 1 {
      let shape = LineShape(source, line: line)
      if shape.isBlockHeader, shape.indent < indent || shape.isItem && shape.indent <= indent {
        guard let content, content.indent > indent else { return nil }
        return (.misalignedBlock, self.shape(at: failure.offset).textRange)
      }
      if !shape.isBlank {
        if shape.indent < indent { return nil }
        content = shape
      }
      line -= 1
    }
    return nil
  }

  private func flow(_ failure: YAMLParserFailure) -> Finding? {
    guard let start = failure.contextOffset, start < source.bytes.count,
      failure.context == "while parsing a flow sequence"
        || failure.context == "while parsing a flow mapping"
    else { return nil }
    return (.unclosedFlow(character(start)), rest(ofLine: start))
  }

  private func colon(_ failure: YAMLParserFailure) -> Finding? {
    guard failure.problem == "mapping values are not allowed in this context" else { return nil }
    let shape = shape(at: failure.offset)
    guard shape.hasKey, failure.offset < shape.valueStart else {
      return (.colonInValue, shape.textRange)
    }
    // The key itself is fine, so the line above swallowed it.
    guard let above = textLine(above: failure.offset) else { return (.misindented, shape.textRange) }
    if above.hasKey || above.isItem { return (.misindented, shape.textRange) }
    return (.strayText, above.textRange)
  }

  private func missingColon(_ failure: YAMLParserFailure) -> Finding? {
    guard failure.problem == "could not find expected ':'" else { return nil }
    return (.strayText, shape(at: failure.contextOffset ?? failure.offset).textRange)
  }

  private func indentation(_ failure: YAMLParserFailure) -> Finding? {
    let shape = shape(at: failure.offset)
    guard !shape.textRange.isEmpty else { return nil }
    switch failure.problem {
    case "did not find expected key", "did not find expected '-' indicator",
      "block sequence entries are not allowed in this context":
      let isText = !shape.hasKey && !shape.isItem
      return (isText ? .strayText : .misindented, shape.textRange)
    case "did not find expected <document start>":
      return (.strayText, shape.textRange)
    default: return nil
    }
  }

  // MARK: Looking at lines

  private func shape(at offset: Int) -> LineShape {
    LineShape(source, line: source.lines.line(at: offset))
  }

  private func textLine(above offset: Int) -> LineShape? {
    var line = source.lines.line(at: offset) - 1
    while line >= 1 {
      let shape = LineShape(source, line: line)
      if !shape.isBlank { return shape }
      line -= 1
    }
    return nil
  }

  private func rest(ofLine offset: Int) -> SourceRange {
    let line = source.range(ofLine: source.lines.line(at: offset))
    return SourceRange(start: min(offset, line.end), end: line.end)
  }

  private func character(_ offset: Int) -> Character {
    Character(UnicodeScalar(source.bytes[offset]))
  }
}
