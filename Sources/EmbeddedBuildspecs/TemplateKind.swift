import Diagnostics

/// The kinds of files that buildspecs stand in.
package enum TemplateKind: CaseIterable, Sendable {
  case terraform, cloudFormation

  /// How names of such files end, which is all that a search looks at.
  package var endings: [String] {
    switch self {
    case .terraform: [TerraformFile.ending]
    case .cloudFormation: [".yml", ".yaml", ".json", ".template"]
    }
  }

  func read(_ source: SourceText) -> Template? {
    switch self {
    case .terraform: TerraformFile.read(source)
    case .cloudFormation: CloudFormationTemplate.read(source)
    }
  }
}
