import Diagnostics

/// Tells buildspecs under other names by their content.
enum BuildspecSniffer {
  /// A top-level `version` together with `phases` or `batch`. A file that cannot be read is none.
  static func looksLikeBuildspec(_ path: String) -> Bool {
    guard let source = try? SourceReader.read(path) else { return false }
    var keys: Set<Substring> = []
    for line in 1...source.lines.count {
      let range = source.range(ofLine: line)
      guard range.count > 5, range.count < 200 else { continue }
      let text = source.text(range)
      if let colon = text.firstIndex(of: ":") { keys.insert(text[..<colon]) }
    }
    let isCloudFormation = keys.contains("Resources") || keys.contains("services")
    return keys.contains("version") && !isCloudFormation
      && (keys.contains("phases") || keys.contains("batch"))
  }
}
