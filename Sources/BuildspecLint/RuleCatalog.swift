import Diagnostics

/// Every rule, sorted by code.
package enum RuleCatalog {
  package static let rules: [any Rule.Type] = [
    YamlSyntax.self,
    TabIndent.self,
    Encoding.self,
    DuplicateKey.self,
    UndefinedAlias.self,
    RecursiveAlias.self,
    MultiDocument.self,
    EmptyFile.self,
    RootNotMapping.self,
    UnknownTag.self,
    DefaultName.self,
    MisalignedBlock.self,
    QuoteThenText.self,
    ReservedStart.self,
    BadEscape.self,
    InputLimit.self,
    MissingVersion.self,
    BadVersion.self,
    Version01.self,
    MissingPhases.self,
    UnknownTopKey.self,
    V01Key.self,
    UnknownPhase.self,
    PhaseOutsidePhases.self,
    UnknownPhaseKey.self,
    UnknownEnvKey.self,
    UnknownArtifactsKey.self,
    UnknownCacheKey.self,
    UnknownReportKey.self,
    UnknownProxyKey.self,
    UnknownBatchKey.self,
    MisplacedKey.self,
    EmptySection.self,
    WrongType.self,
    CommandIsMapping.self,
    CommandIsList.self,
    CommandNull.self,
    CommandNotString.self,
    ScalarForList.self,
    BadBoolean.self,
    OnFailureGrammar.self,
    BadShell.self,
    UnknownRuntime.self,
    RuntimeGone.self,
    VersionFloat.self,
    OldJavaName.self,
    DockerRuntime.self,
    BadReportFormat.self,
    ImageRetired.self,
    NumberLikeEnv.self,
    MissingCommands.self,
    RuntimeOutsideInstall.self,
    EmptyRuntimes.self,
    NoCommandsAtAll.self,
    MatrixNotList.self,
    ListInStatic.self,
  ]

  /// The rule with this code or name; case does not matter.
  package static func rule(_ codeOrName: String) -> (any Rule.Type)? {
    let wanted = codeOrName.lowercased()
    return rules.first {
      $0.info.identity.code.lowercased() == wanted || $0.info.identity.name == wanted
    }
  }
}
