import Diagnostics
import SystemPackage
import YAMLSyntax

/// What an image says of its runtimes, in the file that CodeBuild's own images carry.
struct RuntimeList {
  /// Where it stands in an image.
  static let path: FilePath = "/codebuild/image/config/runtimes.yml"
  /// The version that stands for all that have no entry; its commands read it from `VERSION`.
  static let standard = "default"

  struct Requirement {
    let runtime: String
    /// The versions that will do, the usual one first.
    let versions: [String]
  }

  struct Version {
    /// As written: `3.10` is never 3.1.
    let name: String
    let requirements: [Requirement]
    let commands: [String]
  }

  struct Runtime {
    let name: String
    let versions: [Version]

    /// Names of the versions, oldest first.
    var names: [String] {
      versions.map(\.name).filter { $0 != RuntimeList.standard }
        .sorted(by: RuntimeVersionOrder.isOlder)
    }

    func version(_ name: String) -> Version? { versions.last { $0.name == name } }
  }

  let runtimes: [Runtime]

  func runtime(_ name: String) -> Runtime? { runtimes.last { $0.name == name } }

  init(_ bytes: [UInt8]) throws(RuntimeProblem) {
    let source = SourceText(path: Self.path.string, bytes: bytes)
    let document = YAMLDocument(parsing: source)
    guard !document.hasSyntaxError, let list = document.root?["runtimes"]?.mapping else {
      let range = document.problems.first(where: \.endsReading)?.range
      let line = range.map { " at line \(source.position(at: $0.start).line)" } ?? ""
      throw RuntimeProblem("\(Self.path) of the image has no runtimes that can be read\(line)")
    }
    runtimes = list.compactMap { pair in
      pair.key.scalar.map { Runtime(name: $0.text, versions: Self.versions(pair.value)) }
    }
  }

  private static func versions(_ runtime: YAMLNode) -> [Version] {
    (runtime["versions"]?.mapping ?? []).compactMap { pair in
      guard let name = pair.key.scalar?.text else { return nil }
      let requirements = (pair.value["requires"]?.mapping ?? []).compactMap { entry in
        entry.key.scalar.map { Requirement(runtime: $0.text, versions: texts(entry.value)) }
      }
      return Version(
        name: name, requirements: requirements, commands: texts(pair.value["commands"]))
    }
  }

  /// A list of texts, or one text as a list of one.
  private static func texts(_ node: YAMLNode?) -> [String] {
    guard let node, !node.isNull else { return [] }
    return (node.sequence ?? [node]).compactMap { $0.isNull ? nil : $0.scalar?.text }
  }
}
