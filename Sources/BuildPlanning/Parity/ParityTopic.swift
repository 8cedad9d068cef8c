/// What a build can be compared in: the keys of a buildspec, then what holds for every build. The
/// text is the title; one of a key is its path, with `*` for names.
package enum ParityTopic: String, CaseIterable, Codable, Sendable {
  case version
  case runAs = "run-as"
  case shell = "env.shell"
  case otherShell = "env.shell other than sh and bash"
  case variables = "env.variables"
  case parameterStore = "env.parameter-store"
  case secretsManager = "env.secrets-manager"
  case exportedVariables = "env.exported-variables"
  case gitCredentialHelper = "env.git-credential-helper"
  case proxy
  case commands = "phases.*.commands"
  case finally = "phases.*.finally"
  case onFailure = "phases.*.on-failure"
  case unreadRetry = "phases.*.on-failure RETRY by an expression of another dialect"
  case phaseRunAs = "phases.*.run-as"
  case runtimeVersions = "phases.install.runtime-versions"
  case lostRuntimeVersions = "phases.*.runtime-versions elsewhere"
  case reports = "reports.*"
  case reportFormat = "reports.*.file-format"
  case artifacts
  case artifactName = "artifacts.name"
  case artifactType = "artifacts.type"
  case s3Prefix = "artifacts.s3-prefix"
  case lostS3Prefix = "artifacts.s3-prefix without --namespace build-id"
  case cache
  case batch
  case loneBatch = "batch in a single run"
  case fastFail = "batch.fast-fail"
  case identifier = "batch.*.identifier"
  case madeIdentifier = "batch.*.identifier of a matrix or a fan-out"
  case memberBuildspec = "batch.*.buildspec"
  case dependOn = "batch.*.depend-on"
  case ignoreFailure = "batch.*.ignore-failure"
  case debugSession = "batch.*.debug-session"
  case memberImage = "batch.*.env.image"
  case computeType = "batch.*.env.compute-type"
  case environmentType = "batch.*.env.type"
  case privilegedMode = "batch.*.env.privileged-mode"
  case memberVariables = "batch.*.env.variables"
  case fleet = "batch.*.env.fleet"

  case phases = "phases and failures"
  case state = "what commands hand on"
  case programs = "programs"
  case serviceTools = "programs of the service"
  case user
  case environment
  case builtInVariables = "CODEBUILD_ variables"
  case sourceFolder = "CODEBUILD_SRC_DIR"
  case source
  case masking = "masking of secrets"
  case timeout
  case leftProcesses = "processes left behind"
  case reportDiscovery = "auto-discovery of reports"
  case log

  init(_ key: BatchBuildKey) {
    self =
      switch key {
      case .identifier: .identifier
      case .buildspec: .memberBuildspec
      case .dependOn: .dependOn
      case .ignoreFailure: .ignoreFailure
      case .debugSession: .debugSession
      case .image: .memberImage
      case .computeType: .computeType
      case .type: .environmentType
      case .privilegedMode: .privilegedMode
      case .variables: .memberVariables
      case .fleet: .fleet
      }
  }

  /// Whether it is there in every build, whatever the buildspec holds.
  package var isGeneral: Bool {
    switch self {
    case .phases, .state, .programs, .serviceTools, .user, .environment, .builtInVariables,
      .sourceFolder, .source, .masking, .timeout, .leftProcesses, .reportDiscovery, .log:
      true
    default: false
    }
  }
}
