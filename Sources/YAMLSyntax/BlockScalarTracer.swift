import Diagnostics

/// Retraces literal and folded scalars as libyaml 0.2.5 decodes them.
struct BlockScalarTracer {
  private enum Chomping { case strip, clip, keep }

  private(set) var trace: ScalarTrace
  private let isLiteral: Bool
  private var chomping = Chomping.clip
  /// Columns of indentation; 0 until it is known.
  private var indent: Int
  private let hasLines: Bool
  private(set) var hasExplicitIndent = false

  /// `indent` is needed when the header names one, which counts from a parent that is not seen here.
  /// A block without lines is said to be one: what follows it may be indented as its lines would be.
  init(
    _ style: YAMLScalar.Style, at start: Int, in bytes: [UInt8], indent: Int, hasLines: Bool
  ) {
    trace = ScalarTrace(bytes, at: start)
    isLiteral = style == .literal
    self.indent = indent
    self.hasLines = hasLines
  }

  mutating func run() {
    header()
    var pending: ScalarTrace.LineBreak?
    var later = breaks()
    var wasBlank = false
    while hasLines, trace.cursor < trace.bytes.count, isContent {
      let isBlank = trace.isBlank(trace.cursor)
      join(pending, later, isFoldable: !wasBlank && !isBlank)
      wasBlank = isBlank
      line()
      pending = trace.breakLength(trace.cursor) > 0 ? trace.takeBreak() : nil
      later = breaks()
    }
    if chomping != .strip, let pending { trace.append(pending.decoded, from: pending.source) }
    if chomping == .keep { for line in later { trace.append(line.decoded, from: line.source) } }
  }

  private mutating func header() {
    trace.cursor += 1
    while trace.cursor < trace.bytes.count, trace.breakLength(trace.cursor) == 0 {
      switch trace.byte(trace.cursor) {
      case UInt8(ascii: "+"): chomping = .keep
      case UInt8(ascii: "-"): chomping = .strip
      case UInt8(ascii: "1")...UInt8(ascii: "9"): hasExplicitIndent = true
      default:
        skipLine()
        return
      }
      trace.cursor += 1
    }
    skipLine()
  }

  private mutating func skipLine() {
    while trace.cursor < trace.bytes.count, trace.breakLength(trace.cursor) == 0 {
      trace.cursor += 1
    }
    trace.cursor += trace.breakLength(trace.cursor)
  }

  private var column = 0
  private var isContent: Bool { column == indent }

  /// Skips indentation and empty lines; finds the indentation when it is not known yet.
  private mutating func breaks() -> [ScalarTrace.LineBreak] {
    var breaks: [ScalarTrace.LineBreak] = []
    var widest = 0
    while true {
      column = 0
      while indent == 0 || column < indent, trace.byte(trace.cursor) == 0x20 {
        trace.cursor += 1
        column += 1
      }
      widest = max(widest, column)
      guard trace.breakLength(trace.cursor) > 0 else { break }
      breaks.append(trace.takeBreak())
    }
    if indent == 0 { indent = max(1, widest) }
    return breaks
  }

  private mutating func join(
    _ first: ScalarTrace.LineBreak?, _ later: [ScalarTrace.LineBreak], isFoldable: Bool
  ) {
    if let first {
      if isLiteral || !first.isLineFeed || !isFoldable {
        trace.append(first.decoded, from: first.source)
      } else if later.isEmpty {
        trace.append([0x20], from: first.source)
      }
    }
    for line in later { trace.append(line.decoded, from: line.source) }
  }

  private mutating func line() {
    let start = trace.cursor
    while trace.cursor < trace.bytes.count, trace.breakLength(trace.cursor) == 0 {
      trace.cursor += 1
    }
    trace.copy(SourceRange(start: start, end: trace.cursor))
  }
}
