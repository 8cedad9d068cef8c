/// What the service says of artifacts, reports and the cache.
extension LogMessages {
  static let files = [
    LogMessage(
      "artifact-definition-missing", "no definition for primary artifacts in buildspec",
      cause: "The project wants artifacts, and the buildspec has no `artifacts.files`.",
      look: "`artifacts` in the buildspec, and the artifacts of the project.",
      advice: "Add `artifacts.files`, or set the project's artifacts to none.",
      rules: ["BS601"], source: "aws/aws-codebuild-docker-images issue 128."),
    LogMessage(
      "artifact-path-skipped", "Skipping invalid file path {path}",
      cause: "`artifacts.files` names {path}, which does not exist. The others are uploaded.",
      look: "`artifacts.files`.",
      advice: "Remove the path or make the file; the build goes on without it.",
      source: "Build logs of the service."),
    LogMessage(
      "artifact-paths-missing", "no matching artifact paths found for artifact {name}",
      "no matching artifact paths found",
      cause:
        "No file fits `artifacts.files`. After a phase that failed this only says that nothing was "
        + "built.",
      look:
        "The first phase that failed. If none did: `artifacts.files` and `base-directory`, which are "
        + "relative to the root of the source, whatever the commands `cd` to.",
      advice:
        "Mend the failing phase first; else list the files at the end of the build and correct "
        + "the patterns.",
      rules: ["BS604"],
      source:
        "aws/copilot-cli issues 5788 and 2780; aws-samples/amazon-ecs-fargate-cdk-cicd issue 13."),
    LogMessage(
      "base-directory-missing", "no matching base directory paths found for {path}",
      cause: "`base-directory` does not exist when the artifacts are collected.",
      look: "`artifacts.base-directory`, relative to the root of the source.",
      advice: "Correct it, or make the directory in the build.",
      source: "From reports of users; the exact words are not confirmed."),
    LogMessage(
      "cache-absent", "Skip cache due to: no paths specified to be cached",
      "Unable to initialize cache download: no paths specified to be cached",
      "Cache is not defined in the buildspec", kind: .harmless,
      cause: "The buildspec has no `cache.paths`, so nothing is kept for the next build.",
      look: "`cache` in the buildspec.", advice: "Nothing, unless you want a cache.",
      rules: ["BS615"], source: "Build logs of the service."),
    LogMessage(
      "cache-entry-outside",
      "Skipping cache entry: path \"{path}\" is not within allowed cache paths",
      cause: "The saved cache holds {path}, which `cache.paths` does not name. Since May 2026 such "
        + "entries are left out.",
      look: "`cache.paths`.",
      advice: "Name the path as it is, without links, in `cache.paths`.",
      source: "aws/aws-codebuild-docker-images issue 821."),
    LogMessage(
      "cache-not-directory", "Not a valid directory cache path: {path}",
      cause: "A custom local cache takes directories only, and {path} is a file or is not there.",
      look: "`cache.paths`.",
      advice: "Name the directory, as in `node_modules/**/*`.",
      source: "A build log of the service; CodeBuild user guide, local cache."),
    LogMessage(
      "no-discovered-reports", "No matching auto-discover report paths found", kind: .harmless,
      cause: "CodeBuild looks for reports by itself, and found none.",
      look: "Nowhere.",
      advice: "Nothing; CODEBUILD_CONFIG_AUTO_DISCOVER=false turns it off.",
      source: "Build logs of the service; CodeBuild user guide, report auto-discovery."),
    LogMessage(
      "report-element", "expected element type <{wanted}> but have <{found}>",
      cause:
        "The report was read in the wrong format: as <{wanted}>, but the file is <{found}>. Without "
        + "`file-format` it is JUNITXML; a misspelt key such as `fileFormat` is ignored.",
      look: "`reports.<group>.file-format`.",
      advice: "Set `file-format`, for example COBERTURAXML for <coverage>.",
      rules: ["BS113", "BS220", "BS613"], source: "aws/aws-cdk issue 13867."),
    LogMessage(
      "report-error", "error processing report: {reason}",
      "Error in UPLOAD_ARTIFACTS phase: {reason}",
      kind: .general,
      cause: "A report could not be read, which fails the phase that uploads artifacts.",
      look: "The text after it names the group and the file.",
      advice: "Check the file and `file-format` of the group.",
      rules: ["BS220", "BS613"], source: "aws/aws-cdk issue 13867."),
    LogMessage(
      "report-files-missing", "report files not found in build", "no report files found",
      cause: "No file fits `files` of a report group. The tests did not run, or wrote elsewhere.",
      look: "`reports.<group>.files` and its `base-directory`.",
      advice: "Correct the patterns; the commands must write the report also when tests fail.",
      rules: ["BS610"],
      source: "prowler-cloud/prowler issue 1182; the exact words are not confirmed."),
    LogMessage(
      "report-status-count", "Test summary: status count cannot be negative",
      cause:
        "The totals of the JUnit file do not add up: more failures and skipped tests than tests.",
      look: "The attributes of <testsuite> in the report.",
      advice: "Update the tool that writes the report, or correct the numbers.",
      source: "aquasecurity/trivy issue 902."),
  ]
}
