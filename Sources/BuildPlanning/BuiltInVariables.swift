/// The `CODEBUILD_*` variables that can be known on this side of the service. What is not known is
/// not set: no account, project, image or webhook is made up. Names and values follow the local
/// agent of AWS where it sets them.
enum BuiltInVariables {
  static let reservedPrefix = "CODEBUILD_"

  /// Names with the reserved prefix that a buildspec may set.
  static let switches = ["CODEBUILD_CONFIG_AUTO_DISCOVER", "CODEBUILD_CONFIG_AUTO_DISCOVER_DIR"]

  static func all(for request: RunRequest) -> [PlannedVariable] {
    always + source(request.source) + request.secondarySources.flatMap(source) + region(request)
      + user(request) + batch(request) + shard(request)
  }

  private static let always: [PlannedVariable] = [
    make("CODEBUILD_BUILD_ARN", .atRun(.buildARN), "as the local agent sets it"),
    make("CODEBUILD_BUILD_ID", .atRun(.buildIdentifier), "as the local agent sets it"),
    make("CODEBUILD_BUILD_NUMBER", .text("1"), "local builds are not counted"),
    make("CODEBUILD_BUILD_SUCCEEDING", .atRun(.succeeding), "state of the build"),
    make("CODEBUILD_CI", .text("true"), "as in CodeBuild"),
    make("CODEBUILD_LOCAL_BUILD", .text("true"), "as the local agent sets it"),
    make("CODEBUILD_SRC_DIR", .atRun(.sourceDirectory), "folder of the source"),
    make("CODEBUILD_START_TIME", .atRun(.startTime), "the clock"),
  ]

  /// What tells of a secondary source has its identifier at the end of the name.
  private static func source(_ identifier: String, _ facts: SourceFacts) -> [PlannedVariable] {
    let folder = make("CODEBUILD_SRC_DIR", .atRun(.secondarySource), "folder of the source")
    return ([folder] + source(facts)).map { variable in
      var variable = variable
      variable.name += "_\(identifier)"
      return variable
    }
  }

  private static func source(_ facts: SourceFacts) -> [PlannedVariable] {
    [
      facts.commit.map {
        make("CODEBUILD_RESOLVED_SOURCE_VERSION", .text($0), "git: commit checked out")
      },
      (facts.branch ?? facts.commit).map {
        make("CODEBUILD_SOURCE_VERSION", .text($0), "git: branch or commit checked out")
      },
      facts.repositoryURL.map {
        make("CODEBUILD_SOURCE_REPO_URL", .text($0), "git: URL of the remote origin")
      },
    ].compactMap(\.self)
  }

  private static func region(_ request: RunRequest) -> [PlannedVariable] {
    guard let region = request.region else { return [] }
    return ["AWS_DEFAULT_REGION", "AWS_REGION"].map {
      PlannedVariable(name: $0, value: .text(region.value), origin: region.origin)
    }
  }

  private static func user(_ request: RunRequest) -> [PlannedVariable] {
    request.user.map { [make("CODEBUILD_INITIATOR", .text($0), "name of the user")] } ?? []
  }

  private static func batch(_ request: RunRequest) -> [PlannedVariable] {
    guard let build = request.batchBuild else { return [] }
    return [
      make("CODEBUILD_BATCH_BUILD_IDENTIFIER", .text(build.identifier), "identifier in the batch")
    ]
  }

  /// How the service tells this to `codebuild-tests-run` is not known.
  private static func shard(_ request: RunRequest) -> [PlannedVariable] {
    guard let shard = request.batchBuild?.shard ?? request.shard else { return [] }
    return [
      make(Shard.numberVariable, .text("\(shard.number)"), "its part of the fan-out"),
      make(Shard.countVariable, .text("\(shard.count)"), "parts of the fan-out"),
    ]
  }

  private static func make(_ name: String, _ value: PlannedValue, _ why: String) -> PlannedVariable
  {
    PlannedVariable(name: name, value: value, origin: .builtIn(why))
  }
}
