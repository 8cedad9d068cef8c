package import Diagnostics

/// A text with `«` and `»` around the places where something must be found. The marks are taken out
/// and the places are kept, so that a test shows where it means.
package struct MarkedText {
  package let text: String
  /// Sorted by their start.
  package let ranges: [SourceRange]

  package init(_ marked: String) {
    var bytes: [UInt8] = []
    var open: [Int] = []
    var ranges: [SourceRange] = []
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "«":
        open.append(bytes.count)
      case "»":
        if let start = open.popLast() {
          ranges.append(SourceRange(start: start, end: bytes.count))
        }
      default: bytes.append(contentsOf: String(scalar).utf8)
      }
    }
    text = String(decoding: bytes, as: UTF8.self)
    self.ranges = ranges.sorted()
  }
}
