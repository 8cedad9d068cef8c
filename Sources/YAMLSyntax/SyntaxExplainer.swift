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
    let isMisindented = finding.cause == .misindented
    return YAMLProblem(
      .syntax(error), at: finding.range,
      related: isMisindented ? collectionStart(failure, before: finding.range) : nil)
  }

  private func explain(_ failure: YAMLParserFailure) -> Finding {
    conflict(failure)
      ?? tab(failure)
      ?? escape(failure)
      ?? openQuote(failure)
      ?? quoteFromAbove(failure)
      ?? block(failure)
      ?? value(failure)
      ?? word(failure)
      ?? flow(failure)
      ?? colon(failure)
      ?? missingColon(failure)
      ?? indentation(failure)
      ?? (.other, rest(ofLine: failure.offset))
  }

  // MARK: One function for each kind of mistake

  private func conflict(_ failure: YAMLParserFailure) -> Finding? {
    let shapes = [shape(at: failure.offset), shape(at: failure.contextOffset ?? failure.offset)]
    for shape in shapes + [textLine(above: failure.offset)].compactMap(\.self) {
      let text = source.text(shape.range)
      if ["<<<<<<<", "=======", ">>>>>>>"].contains(where: text.hasPrefix) {
        return (.mergeConflict, shape.range)
      }
    }
    return nil
  }

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

  /// A quote opened on a line above that found its partner only in the line of the error.
  private func quoteFromAbove(_ failure: YAMLParserFailure) -> Finding? {
    let last = source.lines.line(at: failure.offset)
    var line = last - 1
    while line >= max(1, last - Self.longestQuote) {
      let shape = LineShape(source, line: line)
      if let quote = shape.firstOfValue, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
        shape.endOfQuoted(quote) == nil
      {
        guard let close = source.bytes[shape.range.end...].firstIndex(of: quote),
          source.lines.line(at: close) == last
        else { return nil }
        return (.unclosedQuote(character(shape.valueStart)), shape.valueRange)
      }
      line -= 1
    }
    return nil
  }

  /// Lines to look back for an open quote.
  private static let longestQuote = 200

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
      // Alone at the start of a line it is meant: a document or a list in JSON's way.
      guard shape.isItem || shape.hasKey else { return nil }
      let close = first == UInt8(ascii: "[") ? UInt8(ascii: "]") : UInt8(ascii: "}")
      guard shape.contains(close, after: shape.valueStart) else { return nil }
      return (.reservedStart(character(shape.valueStart)), shape.valueRange)
    default: return nil
    }
  }

  /// A word inside a list on one line that YAML takes for an alias or an anchor.
  private func word(_ failure: YAMLParserFailure) -> Finding? {
    guard let start = failure.contextOffset,
      failure.context == "while scanning an alias" || failure.context == "while scanning an anchor"
    else { return nil }
    let line = source.range(ofLine: source.lines.line(at: start))
    let word = source.bytes[start..<max(start, line.end)].prefix { !" \t,]}".utf8.contains($0) }
    return (.reservedStart(character(start)), SourceRange(start: start, end: word.endIndex))
  }

  /// A line of a block scalar that is indented less than the block's first line: the line of the
  /// error, or a comment above it that ended the block.
  private func block(_ failure: YAMLParserFailure) -> Finding? {
    let broken = shape(at: failure.offset)
    var culprit = broken
    var content: LineShape?
    var line = source.lines.line(at: failure.offset) - 1
    while line >= 1 {
      let shape = LineShape(source, line: line)
      if shape.isBlockHeader, shape.indent < broken.indent {
        guard let content, content.indent > culprit.indent else { return nil }
        return (.misalignedBlock, culprit.textRange)
      }
      if shape.isBlank {
        if !shape.textRange.isEmpty, shape.indent < culprit.indent { culprit = shape }
      } else {
        let isComment = culprit.range != broken.range
        if isComment ? shape.indent <= culprit.indent : shape.indent < broken.indent { return nil }
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
      return (.colonInValue, SourceRange(start: failure.offset, end: failure.offset + 1))
    }
    // The key itself is fine, so the line above swallowed it.
    guard let above = textLine(above: failure.offset) else {
      return (.misindented, shape.textRange)
    }
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

  /// Where the list or mapping starts that the line does not line up with.
  private func collectionStart(
    _ failure: YAMLParserFailure, before range: SourceRange
  ) -> SourceRange? {
    guard let start = failure.contextOffset,
      failure.context?.hasPrefix("while parsing a block") == true
    else { return nil }
    let first = shape(at: start).textRange
    return first.start < range.start ? first : nil
  }

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
