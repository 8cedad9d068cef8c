import Reporting

/// `--format`: a format, and with `NAME=FILE` the file that it is written to.
struct ReportTarget: Equatable {
  var format: FindingsFormat
  /// Standard output when nil.
  var file: String?

  init(_ format: FindingsFormat, file: String? = nil) {
    self.format = format
    self.file = file
  }

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let format = FindingsFormat(rawValue: String(parts[0])), parts.last != "" else {
      return nil
    }
    let isFile = parts.count == 2 && parts[1] != "-"
    self.init(format, file: isFile ? String(parts[1]) : nil)
  }
}
