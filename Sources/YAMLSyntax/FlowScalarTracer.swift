import Diagnostics

/// Retraces plain and quoted scalars as libyaml 0.2.5 decodes them.
struct FlowScalarTracer {
  private(set) var trace: ScalarTrace
  private let style: YAMLScalar.Style
  /// Offset of the closing quote, or the end of a plain scalar.
  private let end: Int

  init(_ style: YAMLScalar.Style, at range: SourceRange, in bytes: [UInt8]) {
    let isQuoted = style != .plain
    self.style = style
    trace = ScalarTrace(bytes, at: range.start + (isQuoted ? 1 : 0))
    end = max(range.start, range.end - (isQuoted ? 1 : 0))
  }

  mutating func run() {
    while trace.cursor < end {
      let byte = trace.byte(trace.cursor)
      if trace.isBlank(trace.cursor) || trace.breakLength(trace.cursor) > 0 {
        blanks()
      } else if style == .singleQuoted, byte == UInt8(ascii: "'") {
        doubledQuote()
      } else if style == .doubleQuoted, byte == UInt8(ascii: "\\") {
        escape()
      } else {
        plain()
      }
    }
  }

  /// The byte at the cursor and those behind it that mean nothing but themselves.
  private mutating func plain() {
    let start = trace.cursor
    repeat { trace.cursor += 1 } while trace.cursor < end && isPlain(trace.bytes[trace.cursor])
    trace.copy(SourceRange(start: start, end: trace.cursor))
  }

  private func isPlain(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x80 && byte != UInt8(ascii: "'") && byte != UInt8(ascii: "\\")
  }

  /// Blanks alone are kept. One line break becomes a space; with more, the first is dropped.
  private mutating func blanks() {
    let start = trace.cursor
    while trace.cursor < end, trace.isBlank(trace.cursor) { trace.cursor += 1 }
    guard trace.cursor < end, trace.breakLength(trace.cursor) > 0 else {
      trace.copy(SourceRange(start: start, end: trace.cursor))
      return
    }
    let first = trace.takeBreak()
    let later = laterBreaks()
    let source = SourceRange(start: start, end: later.first?.source.start ?? trace.cursor)
    if !first.isLineFeed {
      trace.append(first.decoded, from: source)
    } else if later.isEmpty {
      trace.append([0x20], from: source)
    }
    for line in later { trace.append(line.decoded, from: line.source) }
  }

  /// The breaks after the first, with the blanks around them skipped.
  private mutating func laterBreaks() -> [ScalarTrace.LineBreak] {
    var breaks: [ScalarTrace.LineBreak] = []
    while trace.cursor < end {
      if trace.isBlank(trace.cursor) {
        trace.cursor += 1
      } else if trace.breakLength(trace.cursor) > 0 {
        breaks.append(trace.takeBreak())
      } else {
        break
      }
    }
    return breaks
  }

  private mutating func doubledQuote() {
    let source = SourceRange(start: trace.cursor, end: trace.cursor + 2)
    trace.append([UInt8(ascii: "'")], from: source)
    trace.cursor += 2
  }

  private mutating func escape() {
    let start = trace.cursor
    if trace.breakLength(start + 1) > 0 {
      trace.cursor += 1
      _ = trace.takeBreak()
      for line in laterBreaks() { trace.append(line.decoded, from: line.source) }
      return
    }
    let (scalar, length) = escaped(trace.byte(start + 1))
    trace.cursor = min(start + length, end)
    let decoded = scalar.map { Array(String(Character($0)).utf8) } ?? []
    trace.append(decoded, from: SourceRange(start: start, end: trace.cursor))
  }

  private func escaped(_ letter: UInt8) -> (scalar: UnicodeScalar?, length: Int) {
    switch letter {
    case UInt8(ascii: "0"): ("\0", 2)
    case UInt8(ascii: "a"): ("\u{7}", 2)
    case UInt8(ascii: "b"): ("\u{8}", 2)
    case UInt8(ascii: "t"), 0x09: ("\t", 2)
    case UInt8(ascii: "n"): ("\n", 2)
    case UInt8(ascii: "v"): ("\u{B}", 2)
    case UInt8(ascii: "f"): ("\u{C}", 2)
    case UInt8(ascii: "r"): ("\r", 2)
    case UInt8(ascii: "e"): ("\u{1B}", 2)
    case UInt8(ascii: "N"): ("\u{85}", 2)
    case UInt8(ascii: "_"): ("\u{A0}", 2)
    case UInt8(ascii: "L"): ("\u{2028}", 2)
    case UInt8(ascii: "P"): ("\u{2029}", 2)
    case UInt8(ascii: "x"): hexadecimal(digits: 2)
    case UInt8(ascii: "u"): hexadecimal(digits: 4)
    case UInt8(ascii: "U"): hexadecimal(digits: 8)
    default: (UnicodeScalar(letter), 2)
    }
  }

  private func hexadecimal(digits: Int) -> (scalar: UnicodeScalar?, length: Int) {
    let start = trace.cursor + 2
    let digitsEnd = min(start + digits, end)
    let text = String(decoding: trace.bytes[min(start, digitsEnd)..<digitsEnd], as: UTF8.self)
    return (UInt32(text, radix: 16).flatMap(UnicodeScalar.init), 2 + digits)
  }
}
