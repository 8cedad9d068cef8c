package import Diagnostics
import JSONSyntax

/// Checks the two files that a deployment to ECS reads its images from.
package enum ImageFileChecker {
  /// Findings about the file, sorted by place, and which of the two files it is.
  package static func check(
    _ source: SourceText, against task: TaskDefinition? = nil
  ) -> (kind: ImageFileKind, findings: [Diagnostic]) {
    let named = ImageFileKind(path: source.path)
    switch JSONDocument.read(source) {
    case .failure(let problem): return (named ?? .definitions, problem.findings)
    case .success(let document):
      let kind = named ?? (document.root.members == nil ? .definitions : .detail)
      let content = findings(document.root, kind, task)
      return (kind, (document.findings + size(source, kind) + content).sorted())
    }
  }

  private static func findings(
    _ root: JSONNode, _ kind: ImageFileKind, _ task: TaskDefinition?
  ) -> [Diagnostic] {
    switch (kind, root.content) {
    case (.definitions, .array(let items)):
      return ImageDefinitionsCheck(task: task).findings(items, root)
    case (.detail, .object(let members)):
      return ImageDetailCheck.findings(root, members)
    case (.definitions, .object) where root["name"] == nil || root["imageUri"] == nil:
      return [
        mixedUp(
          root, "this is the form of imageDetail.json, but imagedefinitions.json is an array",
          help: "an ECS deployment takes `[{\"name\": …, \"imageUri\": …}]`; blue/green takes "
            + "imageDetail.json")
      ]
    case (.definitions, .object):
      return [
        wrong(
          root, "imagedefinitions.json is an array, also for one container",
          help: "put it in `[` and `]`")
      ]
    case (.detail, .array):
      return [
        mixedUp(
          root, "this is the form of imagedefinitions.json, but imageDetail.json is an object",
          help: "a blue/green deployment takes `{\"ImageURI\": …}`; an ECS deployment takes "
            + "imagedefinitions.json")
      ]
    default:
      let wanted = kind == .definitions ? "an array" : "an object"
      return [wrong(root, "\(kind.rawValue) is \(wanted), but this is \(root.kind)")]
    }
  }

  private static func size(_ source: SourceText, _ kind: ImageFileKind) -> [Diagnostic] {
    guard kind == .definitions, source.bytes.count > ImageFileDocument.sizeLimit else { return [] }
    return [
      ImageFileRule.tooLarge.finding(
        "the file has \(source.bytes.count) bytes, but CodePipeline reads 100 KB",
        at: SourceRange(at: 0))
    ]
  }

  private static func mixedUp(_ root: JSONNode, _ message: String, help: String) -> Diagnostic {
    ImageFileRule.mixedUpFile.finding(message, at: opening(root), help: help)
  }

  private static func wrong(
    _ root: JSONNode, _ message: String, help: String? = nil
  ) -> Diagnostic {
    ImageFileRule.wrongShape.finding(message, at: opening(root), help: help)
  }

  private static func opening(_ node: JSONNode) -> SourceRange {
    switch node.content {
    case .array, .object: SourceRange(start: node.range.start, end: node.range.start + 1)
    default: node.range
    }
  }
}
