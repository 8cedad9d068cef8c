import Diagnostics
import YAMLSyntax

/// Templates of CloudFormation and SAM, in YAML or JSON: `Properties.Source.BuildSpec` of each
/// `AWS::CodeBuild::Project`. Of several sources of a project only the first one has a buildspec.
enum CloudFormationTemplate {
  static let project: StaticString = "AWS::CodeBuild::Project"

  /// `nil` when the file is none.
  static func read(_ source: SourceText) -> Template? {
    guard ByteSearch.contains(project, in: source.bytes),
      ByteSearch.contains("Resources", in: source.bytes)
    else { return nil }
    let document = YAMLDocument(parsing: source)
    if document.problems.contains(where: \.endsReading) {
      return Template(buildspecs: [], isReadable: false)
    }
    // A buildspec may have a template inside a command.
    guard let root = document.root, root["Resources"] ?? root["resources"] != nil,
      root["phases"] == nil
    else { return nil }
    var buildspecs: [EmbeddedBuildspec] = []
    collect(root, source, into: &buildspecs)
    return Template(buildspecs: buildspecs, isReadable: true)
  }

  private static func collect(
    _ node: YAMLNode, _ source: SourceText, into found: inout [EmbeddedBuildspec]
  ) {
    guard node.alias == nil else { return }
    switch node.content {
    case .scalar: return
    case .sequence(let items): for item in items { collect(item, source, into: &found) }
    case .mapping(let pairs):
      if node["Type"]?.scalar?.text == project.description,
        let value = node["Properties"]?["Source"]?["BuildSpec"]
      {
        found += texts(of: value, source)
      } else {
        for pair in pairs { collect(pair.value, source, into: &found) }
      }
    }
  }

  /// The text of a value, or both of an `If`. What is joined or imported is left alone.
  private static func texts(of node: YAMLNode, _ source: SourceText) -> [EmbeddedBuildspec] {
    guard node.alias == nil else { return [] }
    if let scalar = node.scalar {
      guard node.tag == nil || node.tag == "!Sub" else { return [] }
      return text(scalar, of: node, isSub: node.tag != nil, source).map { [$0] } ?? []
    }
    let (function, argument) = function(of: node)
    switch function {
    case "Sub":
      let first = argument.sequence?.first ?? argument
      guard first.alias == nil, first.tag == nil || first.tag == "!Sub", let scalar = first.scalar
      else { return [] }
      return text(scalar, of: first, isSub: true, source).map { [$0] } ?? []
    case "If": return argument.sequence?.dropFirst().flatMap { texts(of: $0, source) } ?? []
    default: return []
    }
  }

  /// Name and argument of `!Name argument` or `Fn::Name: argument`.
  private static func function(of node: YAMLNode) -> (name: Substring?, argument: YAMLNode) {
    if let tag = node.tag { return (tag.dropFirst(), node) }
    guard let pairs = node.mapping, pairs.count == 1,
      let key = pairs[0].key.scalar?.text, key.hasPrefix("Fn::")
    else { return (nil, node) }
    return (key.dropFirst(4), pairs[0].value)
  }

  private static func text(
    _ scalar: YAMLScalar, of node: YAMLNode, isSub: Bool, _ source: SourceText
  ) -> EmbeddedBuildspec? {
    let bytes = Array(scalar.text.utf8)
    let range = content(of: node, in: source)
    guard EmbeddedBuildspec.isBuildspec(bytes),
      let map = ScalarSourceMap(of: scalar, at: range, in: source)
    else { return nil }
    var text = DecodedText()
    if isSub { text = SubstitutedText.decode(bytes) } else { text.copy(0..<bytes.count, of: bytes) }
    return EmbeddedBuildspec(
      text.composed(with: map), at: range, in: source,
      Notation(
        quoting: quoting(scalar.style), escapes: isSub ? Notation.cloudFormationSub : []))
  }

  private static func quoting(_ style: YAMLScalar.Style) -> Notation.Quoting {
    switch style {
    case .literal: .block
    case .singleQuoted: .singleQuoted
    case .doubleQuoted: .doubleQuoted
    case .plain, .folded: .fixed
    }
  }

  /// A scalar without the tag and the anchor before it.
  private static func content(of node: YAMLNode, in source: SourceText) -> SourceRange {
    var range = node.range
    while range.start < range.end, "!&".utf8.contains(source.bytes[range.start]) {
      while range.start < range.end, source.bytes[range.start] > 0x20 { range.start += 1 }
      while range.start < range.end, source.bytes[range.start] <= 0x20 { range.start += 1 }
    }
    return range
  }
}
