import BuildExecution
import Synchronization

/// What the report of one build writes, with the name of the build before each line. Only whole lines are
/// handed on, so that no line is of two builds.
final class BuildLines: Terminal {
  /// Bytes of a line without an end that are waited for; more become a line of their own.
  static let limit = 16 * 1024

  private let prefix: [UInt8]
  /// Whether a line with escape sequences ends with the one that ends styles, since the next line may be
  /// that of another build.
  private let endsStyles: Bool
  private let output: SharedOutput
  /// The begin of a line.
  private let partial = Mutex<[UInt8]>([])

  init(prefix: String, endsStyles: Bool, output: SharedOutput) {
    self.prefix = Array(prefix.utf8)
    self.endsStyles = endsStyles
    self.output = output
  }

  func isInteractive(_ stream: StandardStream) -> Bool { false }

  func write(_ bytes: ArraySlice<UInt8>, to stream: StandardStream) {
    switch stream {
    case .output:
      output.write(partial.withLock { takeLines(of: bytes, after: &$0) }[...], to: .output)
      output.flush()
    case .error:
      // Notices are always whole.
      var lines: [UInt8] = []
      for line in bytes.split(separator: Self.lineFeed) { add(line, to: &lines) }
      output.write(lines[...], to: .error)
    }
  }

  /// Hands on a line that has no end.
  func endLine() {
    let isWaiting = partial.withLock { !$0.isEmpty }
    if isWaiting { write([Self.lineFeed], to: .output) }
  }

  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")
  private static let escape: UInt8 = 0x1B

  private func takeLines(
    of bytes: ArraySlice<UInt8>, after partial: inout [UInt8]
  ) -> [UInt8] {
    var lines: [UInt8] = []
    partial += bytes
    var rest = partial[...]
    while let end = rest.firstIndex(of: Self.lineFeed) {
      add(rest[..<end], to: &lines)
      rest = rest[(end + 1)...]
    }
    while rest.count > Self.limit {
      let part = rest.prefix(UTF8Boundary.wholeCharacters(rest.prefix(Self.limit)))
      add(part, to: &lines)
      rest = rest[part.endIndex...]
    }
    partial = Array(rest)
    return lines
  }

  /// The name stands also where a terminal begins the line anew, as progress bars have it do.
  private func add(_ line: ArraySlice<UInt8>, to lines: inout [UInt8]) {
    var rest = line.last == Self.carriageReturn ? line.dropLast() : line
    lines += prefix
    while let end = rest.firstIndex(of: Self.carriageReturn) {
      lines += rest[...end]
      lines += prefix
      rest = rest[(end + 1)...]
    }
    lines += rest
    if endsStyles, line.contains(Self.escape) { lines += Style.Code.end.utf8 }
    lines.append(Self.lineFeed)
  }
}
