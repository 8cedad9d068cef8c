import Diagnostics
import EmbeddedBuildspecs

/// Tells buildspecs under other names, and files with buildspecs in them, by their content.
enum BuildspecSniffer {
  /// Whether the file is a buildspec or has one in it. A file that cannot be read has none.
  static func holdsBuildspec(_ path: String) -> Bool {
    guard let source = try? SourceReader.read(path) else { return false }
    if let template = Template(source) { return !template.buildspecs.isEmpty }
    return isNamedAsYAML(path) && looksLikeBuildspec(source)
  }

  /// Whether the name alone is no reason to leave the file out.
  static func isCandidate(_ name: String) -> Bool {
    isNamedAsYAML(name) || endings.contains { name.hasSuffix($0) }
  }

  static func isNamedAsYAML(_ name: String) -> Bool {
    name.hasSuffix(".yml") || name.hasSuffix(".yaml")
  }

  private static let endings = TemplateKind.allCases.flatMap(\.endings)

  /// A top-level `version` together with `phases` or `batch`.
  private static func looksLikeBuildspec(_ source: SourceText) -> Bool {
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
