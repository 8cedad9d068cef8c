/// Standard error of a container's shell: messages between markers, and beside them what the command
/// line tool itself has to say.
struct SideChannel {
  /// Bytes of the tool's own words that are kept.
  private static let longestRemarks = 8_192

  private var parser: MarkerParser
  private var isInside = false
  private var message: [UInt8] = []
  private var tail: [UInt8] = []

  init(nonce: [UInt8]) {
    parser = MarkerParser(nonce: nonce)
  }

  enum Event {
    case message([UInt8])
    /// The driver was ended.
    case lost
  }

  mutating func feed(_ bytes: ArraySlice<UInt8>) -> [Event] {
    var pieces: [Piece] = []
    parser.feed(bytes, output: { pieces.append(.bytes($0)) }, end: { pieces.append(.mark($0)) })
    return pieces.compactMap { take($0) }
  }

  /// The last words of the tool, without empty lines.
  var remarks: [String] {
    String(decoding: tail, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
  }

  private enum Piece {
    case bytes(ArraySlice<UInt8>)
    case mark(Int32)
  }

  private mutating func take(_ piece: Piece) -> Event? {
    switch piece {
    case .bytes(let bytes) where isInside: message += bytes
    case .bytes(let bytes): tail = Array((tail + bytes).suffix(Self.longestRemarks))
    case .mark(ContainerMark.begin):
      isInside = true
      message = []
    case .mark(ContainerMark.end):
      isInside = false
      return .message(message)
    case .mark(ContainerMark.lost):
      isInside = false
      return .lost
    case .mark: break
    }
    return nil
  }
}
