import Testing

@testable import LogExplanations

/// Lines of real logs, with the message that has to be found in each.
@Suite struct KnownMessagesTests {
  @Test(arguments: [
    (
      "Phase context status code: YAML_FILE_ERROR Message: Expected Commands[0] to be of string "
        + "type: found subkeys instead at line 6, value of the key tag on line 5 might be empty",
      "command-not-text"
    ),
    (
      "YAML_FILE_ERROR Message: found character that cannot start any token at line 3",
      "token-cannot-start"
    ),
    ("YAML_FILE_ERROR Message: did not find expected ',' or ']' at line 19", "flow-sequence-open"),
    ("mapping values are not allowed in this context at line 0", "mapping-value-not-allowed"),
    ("YAML_FILE_ERROR Message: wrong number of container tags, expected 1", "no-content"),
    ("YAML_FILE_ERROR Message: YAML file does not exist", "file-missing"),
    (
      "agent_1  | Runtime error (*clienterr.PhaseContextError: YAML file does not exist)",
      "file-missing"
    ),
    (
      "stat /codebuild/output/src1/src/buildspecs/build.yml: no such file or directory",
      "file-not-found"
    ),
    (
      "Invalid buildspec phase name: POSTBUILD. Expecting: BUILD,INSTALL,POST_BUILD,PRE_BUILD",
      "unknown-phase"
    ),
    ("cannot unmarshal !!str `0.2` into float64", "batch-version-text"),
    (
      "Unknown runtime named 'docker'. This build image has the following runtimes: dotnet, golang",
      "unknown-runtime"
    ),
    (
      "Unknown runtime version named '15' of nodejs. This build image has the following versions: "
        + "10, 12", "unknown-runtime-version"
    ),
    (
      "Runtime 'android' version '29' has a dependency on runtime 'java', but 'java' version "
        + "'corretto11' has already been manually selected. Not attempting to override.",
      "runtime-conflict"
    ),
    (
      "YAML_FILE_ERROR: This build image requires selecting at least one runtime version.",
      "runtime-required"
    ),
    (
      "Skipping install of runtimes. Runtime version selection is not supported by this build image",
      "runtimes-unsupported"
    ),
    ("/codebuild/output/tmp/script.sh: 12: [[: not found", "bash-under-sh"),
    ("script.sh: 4: Syntax error: \"(\" unexpected", "bash-under-sh"),
    ("/codebuild/output/tmp/script.sh: line 4: PWD: command not found", "command-not-found"),
    ("script.sh: 4: script.sh: terraform: not found", "command-not-found"),
    (
      "/codebuild/output/tmp/script.sh: 4: /codebuild/output/tmp/script.sh: sudo: not found",
      "sudo-missing"
    ),
    ("CLIENT_ERROR Message: no matching artifact paths found", "artifact-paths-missing"),
    ("CLIENT_ERROR: no matching artifact paths found for artifact x", "artifact-paths-missing"),
    ("no definition for primary artifacts in buildspec", "artifact-definition-missing"),
    ("Skipping invalid file path a.txt", "artifact-path-skipped"),
    (
      "Exception while trying to read the image artifact file from the artifact: BuildArtifact.",
      "image-artifact-unreadable"
    ),
    ("The AWS ECS container 2048-container does not exist", "container-missing"),
    (
      "Did not find the image definition file imagedefinitions.json in the input artifacts ZIP file.",
      "image-definitions-missing"
    ),
    ("Invalid action configuration", "invalid-action-configuration"),
    ("expected element type <testsuite> but have <coverage>", "report-element"),
    (
      "Error in UPLOAD_ARTIFACTS phase: [trivy: [error processing report: [InvalidInputException: "
        + "Test summary: status count cannot be negative]]]", "report-status-count"
    ),
    ("Error in UPLOAD_ARTIFACTS phase: [x: [error processing report: [y]]]", "report-error"),
    ("report files not found in build", "report-files-missing"),
    (
      "Phase context status code: Decrypted Variables Error Message: parameter does not exist: "
        + "ghp_x", "parameter-missing"
    ),
    (
      "Decrypted Variables Error Message: AccessDeniedException: User: u is not authorized to "
        + "perform: ssm:GetParameters on resource: r", "parameter-denied"
    ),
    (
      "Phase context status code: Secrets Manager Error Message: AccessDeniedException: User: u",
      "secret-denied"
    ),
    ("Not a valid directory cache path: a.txt", "cache-not-directory"),
    ("Skipping cache entry: path \"/x\" is not within allowed cache paths", "cache-entry-outside"),
    ("Cannot connect to the Docker daemon at unix:///var/run/docker.sock.", "docker-daemon"),
    ("The term 'SET' is not recognized as the name of a cmdlet", "powershell-not-recognized"),
    (
      "/codebuild/output/tmp/script.sh: line 4: ./deploy.sh: Permission denied", "permission-denied"
    ),
    ("/bin/sh^M: bad interpreter: No such file or directory", "bad-interpreter"),
    ("Internal Service Error", "batch-service-error"),
    ("Build container found dead before completing the build", "container-dead"),
  ])
  func `a message is known by its exact words`(_ line: String, _ name: String) {
    for prefix in ["", "[Container] 2026/07/14 09:08:31.117086 ", "agent_1  | \u{1B}[31m"] {
      let found = LogExplainer.explain(Array((prefix + line + " \r\n").utf8))
      #expect(found.map(\.message.name) == [name])
    }
  }

  @Test(arguments: [
    ("", "phase-without-error"), ("COMMAND_EXECUTION_ERROR", "command-failed"),
    ("YAML_FILE_ERROR", "buildspec-error"), ("CLIENT_ERROR", "client-error"),
    ("Decrypted Variables Error", "parameter-error"), ("Secrets Manager Error", "secret-error"),
    ("BUILD_CONTAINER_UNABLE_TO_PULL_IMAGE", "image-pull"), ("INSUFFICIENT_SUBNET", "subnet"),
  ])
  func `each status code of a phase is known`(_ code: String, _ name: String) {
    let line = "Phase context status code: \(code) Message: \(code.isEmpty ? "" : "something")"
    #expect(LogExplainer.explain(Array(line.utf8)).map(\.message.name) == [name])
  }

  @Test(arguments: [
    ("exit status 126", "permission-denied"), ("exit status 127", "status-127"),
    ("exit status 137", "out-of-memory"), ("exit status 1", "command-failed"),
  ])
  func `a status of a command is told from others`(_ reason: String, _ name: String) {
    let line =
      "Phase context status code: COMMAND_EXECUTION_ERROR Message: Error while executing command: "
      + "make all. Reason: \(reason)"
    #expect(LogExplainer.explain(Array(line.utf8)).map(\.message.name) == [name])
  }

  @Test(arguments: [
    "", "hello", "Running command echo exit status 1 is fine", "npm ERR! 404 Not Found",
  ])
  func `other lines are not explained`(_ line: String) {
    #expect(LogExplainer.explain(Array(line.utf8)).isEmpty)
  }

  @Test func `lines of YAML count from 0, those of commands from 1`() throws {
    let syntax = LogExplainer.explain(Array("did not find expected key at line 3".utf8))
    #expect(try #require(syntax.first).look.contains("line 4 of the buildspec"))
    let command = LogExplainer.explain(
      Array(
        ("Expected Commands[2] to be of string type: found subkeys instead at line 40, value of "
          + "the key tag on line 39 might be empty").utf8))
    #expect(try #require(command.first).look.hasPrefix("Line 40 of the buildspec"))
    #expect(try #require(command.first).cause.contains("number 3 of its list"))
  }
}
