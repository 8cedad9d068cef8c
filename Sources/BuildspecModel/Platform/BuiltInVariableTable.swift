/// The variables of a build environment.
///
/// Source: CodeBuild user guide, environment variables in build environments, parallel tests and
/// report auto-discovery, read in November 2026; `CODEBUILD_LOG_PATH` only in the guide of 2022.
package enum BuiltInVariableTable {
  /// No variable of the user's may start with it, but the two switches.
  package static let reservedPrefix = "CODEBUILD_"

  package static let variables = [
    BuiltInVariable("AWS_DEFAULT_REGION", .always, "Region of the build, such as us-east-1."),
    BuiltInVariable("AWS_REGION", .always, "Region of the build, such as us-east-1."),
    BuiltInVariable("CODEBUILD_BATCH_BUILD_IDENTIFIER", .batch, "Identifier of this build."),
    BuiltInVariable("CODEBUILD_BUILD_ARN", .always, "ARN of the build."),
    BuiltInVariable("CODEBUILD_BUILD_ID", .always, "Project and id, parted by a colon."),
    BuiltInVariable("CODEBUILD_BUILD_IMAGE", .always, "Image the build runs in."),
    BuiltInVariable("CODEBUILD_BUILD_NUMBER", .always, "Number of the build in its project."),
    BuiltInVariable("CODEBUILD_BUILD_SUCCEEDING", .always, "1 until a phase fails, then 0."),
    BuiltInVariable("CODEBUILD_BUILD_URL", .always, "Page of the build in the console."),
    BuiltInVariable(
      "CODEBUILD_CONFIG_AUTO_DISCOVER", .setByUser, "false turns report discovery off."),
    BuiltInVariable(
      "CODEBUILD_CONFIG_AUTO_DISCOVER_DIR", .setByUser, "Where reports are searched for."),
    BuiltInVariable(
      "CODEBUILD_CURRENT_SHARD_FILES", .sometimes,
      "Files of this build, inside codebuild-tests-run."),
    BuiltInVariable("CODEBUILD_INITIATOR", .always, "Who or what started the build."),
    BuiltInVariable("CODEBUILD_KMS_KEY_ID", .always, "Key that encrypts the artifacts."),
    BuiltInVariable("CODEBUILD_LOG_PATH", .always, "Name of the log stream."),
    BuiltInVariable("CODEBUILD_PROJECT_ARN", .always, "ARN of the project."),
    BuiltInVariable("CODEBUILD_PUBLIC_BUILD_URL", .sometimes, "Page of a public build."),
    BuiltInVariable(
      "CODEBUILD_RESOLVED_SOURCE_VERSION", .sometimes, "Commit, or revision of the pipeline."),
    BuiltInVariable("CODEBUILD_RUNNER_OWNER", .runner, "Owner the runner works for."),
    BuiltInVariable("CODEBUILD_RUNNER_REPO", .runner, "Repository the runner works for."),
    BuiltInVariable("CODEBUILD_RUNNER_REPO_DOMAIN", .runner, "Host of that repository."),
    BuiltInVariable(
      "CODEBUILD_RUNNER_WITH_BUILDSPEC", .runner, "Whether the runner runs this file too."),
    BuiltInVariable("CODEBUILD_SOURCE_REPO_URL", .always, "URL of the source."),
    BuiltInVariable("CODEBUILD_SOURCE_VERSION", .always, "Version that was asked for."),
    BuiltInVariable("CODEBUILD_SRC_DIR", .always, "Directory of the primary source."),
    BuiltInVariable("CODEBUILD_START_TIME", .always, "Start, in Unix milliseconds."),
    BuiltInVariable(
      "CODEBUILD_WEBHOOK_ACTOR_ACCOUNT_ID", .webhook, "Account that caused the event."),
    BuiltInVariable("CODEBUILD_WEBHOOK_BASE_REF", .webhook, "Base of the pull request."),
    BuiltInVariable("CODEBUILD_WEBHOOK_EVENT", .webhook, "Name of the event."),
    BuiltInVariable("CODEBUILD_WEBHOOK_HEAD_REF", .webhook, "Head of the pull request."),
    BuiltInVariable("CODEBUILD_WEBHOOK_JOB_ID", .runner, "Job of the runner."),
    BuiltInVariable("CODEBUILD_WEBHOOK_LABEL", .runner, "Label of the runner."),
    BuiltInVariable("CODEBUILD_WEBHOOK_MERGE_COMMIT", .webhook, "Commit of the merge."),
    BuiltInVariable("CODEBUILD_WEBHOOK_PREV_COMMIT", .webhook, "Commit before the push."),
    BuiltInVariable("CODEBUILD_WEBHOOK_RUN_ID", .runner, "Run of the runner's job."),
    BuiltInVariable(
      "CODEBUILD_WEBHOOK_TRIGGER", .webhook, "pr/<number>, branch/<name> or tag/<name>."),
    BuiltInVariable("CODEBUILD_WEBHOOK_WORKFLOW_NAME", .runner, "Workflow of the runner's job."),
    BuiltInVariable("HOME", .always, "Always /root."),
  ]

  /// Names that go on with the identifier of a secondary source.
  package static let perSource = [
    "CODEBUILD_SRC_DIR_", "CODEBUILD_SOURCE_REPO_URL_", "CODEBUILD_SOURCE_VERSION_",
  ]

  /// The variable of this name.
  package static func variable(_ name: String) -> BuiltInVariable? {
    let length = name.utf8.count
    return variables.first { $0.name.utf8.count == length && $0.name == name }
  }

  /// Whether CodeBuild documents the name.
  package static func isDocumented(_ name: String) -> Bool {
    variable(name) != nil
      || perSource.contains { name.hasPrefix($0) && name.utf8.count > $0.utf8.count }
  }

  /// Whether a user may set the name.
  package static func maySet(_ name: String) -> Bool {
    !name.hasPrefix(reservedPrefix) || variable(name)?.presence == .setByUser
  }
}
