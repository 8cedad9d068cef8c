package import Diagnostics
import YAMLSyntax

/// A file that describes projects: what the AWS CLI prints or takes, a CloudFormation template, or what
/// `terraform show -json` prints of a state or a plan.
package struct ProjectFile: Sendable {
  /// In the order of the file; never empty.
  private let projects: [(id: String?, project: BuildProject)]

  /// Reads JSON or YAML. Fails when there is no project in it.
  package init(_ source: SourceText) throws(ProjectFileFault) {
    let document = YAMLDocument(parsing: Self.withoutSurrogates(source))
    if let problem = document.problems.first(where: \.endsReading) {
      throw Self.unreadable(problem, in: source)
    }
    guard let root = document.root, !root.isNull else {
      throw ProjectFileFault(message: "the file is empty")
    }
    projects = Self.nodes(root).map { id, node in
      (id, ProjectReader(node, isTerraform: TerraformOutput.isOne(root)).project(named: id))
    }
    if projects.isEmpty { throw Self.withoutProject(root) }
  }

  /// The project of this name or logical id; without one, the only project of the file.
  package func project(named name: String?) throws(ProjectFileFault) -> BuildProject {
    let names = projects.compactMap { $0.id ?? $0.project.name }
    let known = names.map { "`\($0)`" }.joined(separator: ", ")
    guard let name else {
      if projects.count == 1 { return projects[0].project }
      throw ProjectFileFault(
        message: "it holds \(projects.count) projects, name one as FILE#NAME: \(known)")
    }
    if let found = projects.first(where: { $0.id == name || $0.project.name == name }) {
      return found.project
    }
    let meant = Suggestion.nearest(to: name, in: names)
    throw ProjectFileFault(
      message: "no project is called `\(name)`: "
        + (meant.map { "did you mean `\($0)`?" } ?? "it holds \(known)"))
  }

  /// The nodes that are projects, those of a template with their logical ids.
  private static func nodes(_ root: YAMLNode) -> [(id: String?, node: YAMLNode)] {
    if let items = root.sequence ?? root["projects"]?.sequence {
      return items.filter(isProject).map { (nil, $0) }
    }
    if let resources = root["Resources"]?.mapping {
      return resources.compactMap { pair in
        guard pair.value["Type"]?.text?.value == "AWS::CodeBuild::Project",
          let properties = pair.value["Properties"], let id = pair.key.text
        else { return nil }
        return (id.value, properties)
      }
    }
    if TerraformOutput.isOne(root) { return TerraformOutput.projects(root) }
    if let one = root["project"], isProject(one) { return [(nil, one)] }
    return isProject(root) ? [(nil, root)] : []
  }

  private static func isProject(_ node: YAMLNode) -> Bool {
    node["environment"]?.mapping != nil || node["source"]?.mapping != nil
  }

  private static func withoutProject(_ root: YAMLNode) -> ProjectFileFault {
    if root["phases"] != nil {
      return ProjectFileFault(message: "this is a buildspec, not a project")
    }
    if let missing = root["projectsNotFound"]?.sequence?.compactMap(\.text), !missing.isEmpty {
      let names = missing.map { "`\($0.value)`" }.joined(separator: ", ")
      return ProjectFileFault(message: "no project in it: AWS did not find \(names)")
    }
    return ProjectFileFault(
      message: "no CodeBuild project in it: give the output of `aws codebuild "
        + "batch-get-projects`, a CloudFormation template, or what `terraform show -json` prints")
  }

  private static func unreadable(
    _ problem: YAMLProblem, in source: SourceText
  ) -> ProjectFileFault {
    let place = source.position(at: problem.range.start)
    let reason =
      switch problem.kind {
      case .syntax(let error): "this is neither JSON nor YAML: \(error.problem)"
      case .encoding(let name): "the file is not UTF-8: \(name)"
      case .tooLarge, .tooDeep, .tooManyNodes: "this is too large"
      default: "this cannot be read"
      }
    return ProjectFileFault(message: "line \(place.line), column \(place.column): \(reason)")
  }

  /// The text without the pairs of escapes that JSON has for characters beyond the first plane:
  /// libyaml refuses them, and none is part of what is read here. Places stay.
  private static func withoutSurrogates(_ source: SourceText) -> SourceText {
    guard
      ByteSearch.contains("\\ud", in: source.bytes) || ByteSearch.contains("\\uD", in: source.bytes)
    else { return source }
    var bytes = source.bytes
    for offset in bytes.indices.dropLast(5)
    where bytes[offset] == UInt8(ascii: "\\") && bytes[offset + 1] == UInt8(ascii: "u")
      && bytes[offset + 2] | 0x20 == UInt8(ascii: "d") && bytes[offset + 3] >= UInt8(ascii: "8")
    {
      bytes.replaceSubrange(offset + 2..<offset + 6, with: "fffd".utf8)
    }
    return SourceText(path: source.path, bytes: bytes)
  }
}
