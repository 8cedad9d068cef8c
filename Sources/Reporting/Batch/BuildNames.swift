import BuildPlanning

/// How reports call the builds of a batch. An identifier may hold anything, and must not steer a terminal.
struct BuildNames {
  private let names: [String]
  /// Columns of the longest name, but no more than `limit`.
  let width: Int
  /// Columns of the longest name.
  let longest: Int

  /// Columns to which names are aligned; longer ones stick out.
  private static let limit = 40

  init(_ builds: [PlannedBuild]) {
    names = builds.map { $0.identifier.isEmpty ? "\"\"" : PlainText.name($0.identifier) }
    let widths = names.map(DisplayWidth.of)
    width = widths.filter { $0 <= Self.limit }.max() ?? 0
    longest = widths.max() ?? 0
  }

  subscript(_ build: Int) -> String {
    names.indices.contains(build) ? names[build] : "#\(build + 1)"
  }

  /// With spaces behind it, so that what follows is aligned.
  func padded(_ build: Int) -> String { self[build] + padding(build) }

  func padding(_ build: Int) -> String {
    String(repeating: " ", count: max(0, width - DisplayWidth.of(self[build])))
  }
}
