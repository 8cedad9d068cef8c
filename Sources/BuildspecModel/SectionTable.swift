/// Every key of every section.
///
/// Source: buildspec reference and batch buildspec reference of the AWS CodeBuild user guide, read
/// in November 2026.
package enum SectionTable {
  package static func keys(of section: SectionID) -> [KeySpec] {
    switch section {
    case .top: top
    case .env: env
    case .proxy: proxy
    case .phases: phases
    case .phase: phase
    case .report: report
    case .artifacts: artifacts
    case .secondaryArtifact: secondaryArtifact
    case .cache: cache
    case .batch: batch
    case .listItem: batchItem
    case .graphItem: graphItem
    case .batchEnvironment: batchEnvironment
    case .matrix: matrix
    case .matrixStatic: matrixStatic
    case .matrixStaticEnvironment: matrixStaticEnvironment
    case .matrixDynamic: matrixDynamic
    case .matrixDynamicEnvironment: matrixDynamicEnvironment
    case .fanout: fanout
    case .environmentVariables: environmentVariables
    }
  }

  package static func key(_ name: String, in section: SectionID) -> KeySpec? {
    keys(of: section).first { $0.name == name }
  }

  /// The sections other than `section` that know a key of this name.
  package static func homes(of name: String, besides section: SectionID) -> [SectionID] {
    SectionID.allCases.filter { $0 != section && key(name, in: $0) != nil }
  }

  private static let top = [
    KeySpec("version", .text, .both, "Version of the format: 0.2, or the old 0.1."),
    KeySpec("run-as", .text, "Linux user that runs the commands of all phases."),
    KeySpec("env", .section(.env), "Environment variables and the shell."),
    KeySpec("proxy", .section(.proxy), "Settings for an explicit proxy server."),
    KeySpec("batch", .section(.batch), "Builds that a batch build starts."),
    KeySpec("phases", .section(.phases), .both, "Commands, phase by phase."),
    KeySpec("reports", .sectionMap(.report), "Test and coverage reports."),
    KeySpec("artifacts", .section(.artifacts), .both, "Files the build hands on."),
    KeySpec("cache", .section(.cache), "Files kept for later builds."),
    KeySpec(
      "environment_variables", .section(.environmentVariables), .only01,
      "Version 0.1's name of env."),
  ]

  private static let env = [
    KeySpec("shell", .text, "Shell that runs the commands."),
    KeySpec("variables", .textMap, "Plain text variables; values are literal."),
    KeySpec("parameter-store", .textMap, "Variables read from SSM Parameter Store."),
    KeySpec("secrets-manager", .textMap, "Variables read from Secrets Manager."),
    KeySpec("exported-variables", .texts, "Variables handed on to CodePipeline."),
    KeySpec("git-credential-helper", .boolean, "Whether git uses CodeBuild's credentials."),
  ]

  private static let environmentVariables = [
    KeySpec("plaintext", .textMap, .only01, "Plain text variables.")
  ]

  private static let proxy = [
    KeySpec("upload-artifacts", .boolean, "Whether artifacts go through the proxy."),
    KeySpec("logs", .boolean, "Whether logs go through the proxy."),
  ]

  private static let phases = PhaseName.allCases.map {
    KeySpec($0.rawValue, .section(.phase), .both, "Commands of the \($0.rawValue) phase.")
  }

  private static let phase = [
    KeySpec("run-as", .text, "Linux user that runs this phase."),
    KeySpec("on-failure", .text, "ABORT, CONTINUE or RETRY."),
    KeySpec("runtime-versions", .textMap, "Language runtimes; only in install."),
    KeySpec("commands", .commands, .both, "Commands, run one after the other."),
    KeySpec("finally", .commands, "Commands that run after the others, also when one failed."),
  ]

  private static let report = [
    KeySpec("files", .texts, "Report files; globs are allowed."),
    KeySpec("file-format", .text, "Format of the files; JUNITXML by default."),
    KeySpec("base-directory", .text, "Directory that the files are relative to."),
    KeySpec("discard-paths", .boolean, "Whether directories are dropped from names."),
  ]

  private static let artifactKeys = [
    KeySpec("files", .texts, .both, "Files to hand on; globs are allowed."),
    KeySpec("name", .text, "Name of the artifact; evaluated by the shell."),
    KeySpec("discard-paths", .boolean, .both, "Whether directories are dropped from names."),
    KeySpec("base-directory", .text, .both, "Directory that the files are relative to."),
    KeySpec("exclude-paths", .texts, "Files to leave out; globs are allowed."),
    KeySpec("enable-symlinks", .boolean, "Whether symbolic links are kept in a ZIP."),
    KeySpec("s3-prefix", .text, "Prefix of the object when the namespace is BUILD_ID."),
  ]

  private static let artifacts =
    artifactKeys + [
      KeySpec("type", .text, .only01, "Packaging in version 0.1."),
      KeySpec(
        "secondary-artifacts", .sectionMap(.secondaryArtifact), "Further artifacts by identifier."),
    ]

  private static let secondaryArtifact = artifactKeys

  private static let cache = [
    KeySpec("paths", .texts, "Paths to keep; globs are allowed."),
    KeySpec("key", .text, "Exact key of the cache; evaluated by the shell."),
    KeySpec("fallback-keys", .texts, "Prefixes to try when the key is not found."),
    KeySpec("action", .text, "restore or save; both when absent."),
  ]

  private static let batch = [
    KeySpec("fast-fail", .boolean, "Whether one failure stops the running builds."),
    KeySpec("build-list", .sectionList(.listItem), "Builds that run side by side."),
    KeySpec("build-graph", .sectionList(.graphItem), "Builds that wait for each other."),
    KeySpec("build-matrix", .section(.matrix), "One build for each combination."),
    KeySpec("build-fanout", .section(.fanout), "The same build several times."),
  ]

  private static let batchItem = [
    KeySpec("identifier", .text, "Name of the build inside the batch."),
    KeySpec("buildspec", .text, "Path of the buildspec; this file when absent."),
    KeySpec("debug-session", .boolean, "Whether the build may be paused and entered."),
    KeySpec("ignore-failure", .boolean, "Whether the batch goes on when the build fails."),
    KeySpec("env", .section(.batchEnvironment), "What the build overrides of the project."),
  ]

  private static let graphItem =
    batchItem + [KeySpec("depend-on", .texts, "Identifiers of the builds to wait for.")]

  private static let batchEnvironment = [
    KeySpec("compute-type", .text, "Size of the build machine."),
    KeySpec("fleet", .text, "Reserved capacity fleet; excludes compute-type."),
    KeySpec("image", .text, "Image of the build."),
    KeySpec("privileged-mode", .boolean, "Whether the build may run Docker."),
    KeySpec("type", .text, "Environment type, such as LINUX_CONTAINER."),
    KeySpec("variables", .textMap, "Plain text variables."),
  ]

  private static let matrix = [
    KeySpec("static", .section(.matrixStatic), "What is the same in every build."),
    KeySpec("dynamic", .section(.matrixDynamic), "Lists whose combinations are built."),
  ]

  private static let matrixStatic = [
    KeySpec("ignore-failure", .boolean, "Whether the batch goes on when a build fails."),
    KeySpec("env", .section(.matrixStaticEnvironment), "Environment of every build."),
  ]

  private static let matrixStaticEnvironment = [
    KeySpec("privileged-mode", .boolean, "Whether the builds may run Docker."),
    KeySpec("type", .text, "Environment type, such as LINUX_CONTAINER."),
  ]

  private static let matrixDynamic = [
    KeySpec("buildspec", .texts, "Paths of buildspecs."),
    KeySpec("env", .section(.matrixDynamicEnvironment), "Lists of environments."),
  ]

  private static let matrixDynamicEnvironment = [
    KeySpec("compute-type", .texts, "Sizes of the build machine."),
    KeySpec("image", .texts, "Images."),
    KeySpec("variables", .textsMap, "Variables, each with a list of values."),
  ]

  private static let fanout = [
    KeySpec("parallelism", .integer, "Number of builds."),
    KeySpec("ignore-failure", .boolean, "Whether the batch goes on when a build fails."),
  ]
}
