package import Diagnostics

/// Every rule.
package enum RuleCatalog {
  /// All rules, sorted by code.
  package static let rules = (standard + optional).sorted {
    $0.info.identity.code < $1.info.identity.code
  }

  /// Rules that run unless somebody turns them off, sorted by code.
  static let standard: [any Rule.Type] = [
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
    TabBetweenTokens.self,
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
    SwallowedItem.self,
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
    DeployInPostBuild.self,
    BlockWithoutErrexit.self,
    ErrexitAlone.self,
    PipefailInSh.self,
    BashismInSh.self,
    LostShellState.self,
    ChangeIn01.self,
    HeredocNotLiteral.self,
    FoldedScript.self,
    EcrGetLogin.self,
    InteractiveInstall.self,
    CommentCut.self,
    LiteralDollarEnv.self,
    SucceededCompare.self,
    ForeignInterpolation.self,
    UnknownBuiltin.self,
    IncompleteScript.self,
    ReservedPrefix.self,
    BadEnvName.self,
    PlaintextSecret.self,
    SecretLikeName.self,
    EnvDefinedTwice.self,
    SecretRefGrammar.self,
    WholeSecret.self,
    ParameterName.self,
    ExportNeverSet.self,
    ExportAWS.self,
    ExportSecret.self,
    PathOverride.self,
    OverrideBuiltin.self,
    StaticAWSKeys.self,
    EmptyValue.self,
    ArtifactsNoFiles.self,
    GlobUnquoted.self,
    DiscardCollision.self,
    SecondaryIdentifier.self,
    ReportNoFiles.self,
    TooManyReports.self,
    ReportName.self,
    FormatExtension.self,
    CacheNoPaths.self,
    FallbackWithoutKey.self,
    TooManyFallbacks.self,
    CacheAction.self,
    StaticCacheKey.self,
    StrayBrace.self,
    SeveralBatchTypes.self,
    MissingIdentifier.self,
    BadIdentifier.self,
    DuplicateIdentifier.self,
    UnknownDependOn.self,
    SelfDependency.self,
    DependencyCycle.self,
    DependOnInList.self,
    BuildspecMissing.self,
    ComputeAndFleet.self,
    BadComputeType.self,
    BadEnvType.self,
    EnvMismatch.self,
    BatchSize.self,
    MatrixNotList.self,
    ListInStatic.self,
    FanoutParallelism.self,
    DebugSessionLeftOn.self,
    DockerLoginPassword.self,
    PipeToShell.self,
    WebhookInjection.self,
    UnusedIgnore.self,
    BlanketIgnore.self,
  ]

  /// Rules of taste, which run only when somebody names them, sorted by code.
  static let optional: [any OptionalRule.Type] = [
    FinalNewline.self
  ]

  /// Whether a rule runs only when somebody names it.
  package static func isOptional(_ rule: RuleIdentity) -> Bool {
    optional.contains { $0.info.identity == rule }
  }

  /// The rule with this code or name; case does not matter.
  package static func rule(_ codeOrName: String) -> (any Rule.Type)? {
    let wanted = codeOrName.lowercased()
    return rules.first {
      $0.info.identity.code.lowercased() == wanted || $0.info.identity.name == wanted
    }
  }
}
