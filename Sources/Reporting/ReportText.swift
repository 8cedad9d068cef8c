/// Text of a report as it grows. It is made of bytes, since a report has many small pieces, and each
/// costs a string several times as much.
struct ReportText {
  private let isColored: Bool
  private(set) var bytes: [UInt8] = []

  init(style: Style) {
    isColored = style.isColored
  }

  var isEmpty: Bool { bytes.isEmpty }

  var string: String { String(decoding: bytes, as: UTF8.self) }

  mutating func add(_ text: String) {
    guard text.utf8.withContiguousStorageIfAvailable({ bytes.append(contentsOf: $0) }) == nil else {
      return
    }
    bytes.append(contentsOf: text.utf8)
  }

  /// An ASCII character so many times; none when that is negative.
  mutating func add(_ sign: Unicode.Scalar, times: Int) {
    bytes.append(contentsOf: repeatElement(UInt8(ascii: sign), count: max(0, times)))
  }

  /// What `body` adds, in a style.
  mutating func add(in code: Style.Code, _ body: (inout ReportText) -> Void) {
    if isColored { add(code.start) }
    body(&self)
    if isColored { add(Style.Code.end) }
  }
}
