/// What each engine makes of each key and behaviour: notices, the report at the end of a run, `plan
/// --parity` and docs/parity.md are made of this list alone.
package enum ParityTable {
  package static let entries = keys + general

  package static func entry(_ topic: ParityTopic) -> ParityEntry? {
    entriesByTopic[topic]
  }

  private static let entriesByTopic = Dictionary(
    uniqueKeysWithValues: entries.map { ($0.topic, $0) })

  private static let keys = [
    ParityEntry(.version, .same),
    ParityEntry(.runAs, host: .skipped(asCaller), container: .same),
    ParityEntry(.shell, .same),
    ParityEntry(
      .otherShell, .approximated("this shell is not available here; the commands run in sh")),
    ParityEntry(.variables, .same),
    ParityEntry(.parameterStore, .same),
    ParityEntry(.secretsManager, .same),
    ParityEntry(.exportedVariables, .same),
    ParityEntry(
      .gitCredentialHelper,
      host: .approximated("git uses the credentials that are set up on this machine"),
      container: .approximated("git uses the credentials that are set up in the image")),
    ParityEntry(.proxy, .skipped("nothing is sent, so no proxy server is used for it")),
    ParityEntry(.commands, .same),
    ParityEntry(.finally, .same),
    ParityEntry(.onFailure, .same),
    ParityEntry(
      .unreadRetry,
      .skipped("this expression cannot be read here; the build does not begin again")),
    ParityEntry(.phaseRunAs, host: .skipped(asCaller), container: .same),
    ParityEntry(
      .runtimeVersions,
      host: .near("the nearest runtimes that are installed here are chosen; none is downloaded"),
      container: .same),
    ParityEntry(
      .lostRuntimeVersions,
      .skipped("it counts in install of version 0.2 alone; AWS does not say what it does here")),
    ParityEntry(.reports, .same),
    ParityEntry(.reportFormat, .near("the files are found, counted and copied, but not read")),
    ParityEntry(.artifacts, .same),
    ParityEntry(.artifactName, .near("it counts always, as if the project allowed it to")),
    ParityEntry(.artifactType, .skipped("--packaging says how an artifact is kept")),
    ParityEntry(.s3Prefix, .same),
    ParityEntry(.lostS3Prefix, .skipped("it counts only with --namespace build-id")),
    ParityEntry(
      .cache,
      host: .near("it is kept on this machine or in S3, for paths below the source alone"),
      container: .near("it is kept on this machine or in S3")),
    ParityEntry(.batch, .near("its builds share this machine")),
    ParityEntry(
      .loneBatch,
      .skipped("the file is built once; `buildspec batch` runs the builds of the batch")),
    ParityEntry(.fastFail, .same),
    ParityEntry(.identifier, .same),
    ParityEntry(.madeIdentifier, .near("made by a scheme of this tool; AWS documents none")),
    ParityEntry(.memberBuildspec, .same),
    ParityEntry(.dependOn, .same),
    ParityEntry(.ignoreFailure, .same),
    ParityEntry(
      .debugSession, .skippedInBatch("a batch does not pause; run the build alone to enter it")),
    ParityEntry(
      .memberImage,
      host: .skippedInBatch("the commands run on this machine; --engine docker uses the image"),
      container: .same),
    ParityEntry(
      .computeType,
      host: .skippedInBatch("the builds share what this machine has"),
      container: .near("its processors and memory are limits; those of Lambda are not known here")),
    ParityEntry(.environmentType, .near("what cannot run here is left out")),
    ParityEntry(
      .privilegedMode, host: .near("commands use the Docker of this machine"), container: .same),
    ParityEntry(.memberVariables, .same),
    ParityEntry(.fleet, .skippedInBatch("there are no fleets here")),
  ]

  private static let general = [
    ParityEntry(.phases, .same),
    ParityEntry(.state, .same),
    ParityEntry(
      .programs, host: .near("those of this machine, not of an image"), container: .same),
    ParityEntry(
      .serviceTools,
      host: .near(
        "codebuild-tests-run may split tests in another way, and codebuild-hash-files may print "
          + "another digest"),
      container: .near(
        "those that the buildspec names, where this tool is one static executable for the image")),
    ParityEntry(.user, host: .near("you, not root"), container: .same),
    ParityEntry(
      .environment, host: .near("commands inherit yours"),
      container: .near("the image's own, with your AWS credentials instead of a role's")),
    ParityEntry(
      .builtInVariables,
      .near("filled from git and the clock; there is no webhook, KMS key or page of the build")),
    ParityEntry(.sourceFolder, host: .near("a folder below TMPDIR"), container: .same),
    ParityEntry(.source, .near("your work tree, with what is not committed")),
    ParityEntry(.masking, .near("encoded forms of a value and its single lines are masked too")),
    ParityEntry(.timeout, .near("there is none without --timeout or --project")),
    ParityEntry(.leftProcesses, .near("they end with the build")),
    ParityEntry(.reportDiscovery, .skipped("nothing is looked for that reports does not name")),
    ParityEntry(.log, .same),
  ]

  private static let asCaller = "commands run as the user who started the build"
}
