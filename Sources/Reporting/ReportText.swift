/// Text of a report as it grows. It is made of bytes, since a report has many small pieces, and each
/// costs a string several times as much.
struct ReportText {
  private let isColored: Bool
  private(set) var bytes: [UInt8] = []

  /// `capacity` is the number of bytes that are expected.
  init(style: Style, capacity: Int = 0) {
    isColored = style.isColored
    bytes.reserveCapacity(capacity)
  }

  var isEmpty: Bool { bytes.isEmpty }

  var string: String { String(decoding: bytes, as: UTF8.self) }

  mutating func add(_ text: String) {
    guard text.utf8.withContiguousStorageIfAvailable({ add($0) }) == nil else { return }
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
    // Most pieces are one sign, for which a loop would be long.
    if text.count == 1 { bytes.append(text[0]) } else { bytes.append(contentsOf: text) }
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
