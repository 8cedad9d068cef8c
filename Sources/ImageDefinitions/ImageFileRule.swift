package import Diagnostics

/// What can be wrong with `imagedefinitions.json` and `imageDetail.json`. Codes and names never
/// change meaning.
///
/// Source: CodePipeline user guide, image definitions file reference, and the ECS API
/// (`ContainerDefinition.name`), read in November 2026; names of images as Docker's registries and
/// clients define them.
package enum ImageFileRule: String, CaseIterable, Sendable {
  case jsonSyntax = "IM001"
  case encoding = "IM002"
  case tooLarge = "IM003"
  case gluedArrays = "IM004"
  case wrongShape = "IM005"
  case mixedUpFile = "IM006"
  case emptyList = "IM007"
  case unknownKey = "IM008"
  case missingKey = "IM009"
  case duplicateKey = "IM010"
  case notText = "IM011"
  case badImageURI = "IM012"
  case missingTag = "IM013"
  case latestTag = "IM014"
  case badContainerName = "IM015"
  case duplicateContainer = "IM016"
  case unknownContainer = "IM017"
  case taskDefinition = "IM018"
  case missingPlaceholder = "IM019"

  /// Kebab case, named after the bad thing.
  package var name: String {
    switch self {
    case .jsonSyntax: "json-syntax"
    case .encoding: "json-encoding"
    case .tooLarge: "file-too-large"
    case .gluedArrays: "glued-arrays"
    case .wrongShape: "wrong-shape"
    case .mixedUpFile: "mixed-up-file"
    case .emptyList: "empty-list"
    case .unknownKey: "unknown-image-key"
    case .missingKey: "missing-image-key"
    case .duplicateKey: "duplicate-image-key"
    case .notText: "not-text"
    case .badImageURI: "bad-image-uri"
    case .missingTag: "missing-tag"
    case .latestTag: "latest-tag"
    case .badContainerName: "bad-container-name"
    case .duplicateContainer: "duplicate-container"
    case .unknownContainer: "unknown-container"
    case .taskDefinition: "bad-task-definition"
    case .missingPlaceholder: "missing-placeholder"
    }
  }

  /// Severity of its findings unless one of them says otherwise.
  package var severity: Severity {
    switch self {
    case .missingTag, .missingPlaceholder: .warning
    case .latestTag: .info
    default: .error
    }
  }

  package var identity: RuleIdentity { RuleIdentity(code: rawValue, name: name) }

  func finding(
    _ message: String, at range: SourceRange, severity: Severity? = nil,
    related: [RelatedLocation] = [], help: String? = nil, fix: Fix? = nil
  ) -> Diagnostic {
    Diagnostic(
      rule: identity, severity: severity ?? self.severity, message: message, range: range,
      related: related, help: help, fix: fix)
  }
}
