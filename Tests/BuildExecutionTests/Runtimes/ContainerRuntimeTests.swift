import BuildExecution
import BuildPlanning
import TestSupport
import Testing

/// `runtime-versions` in containers, by the list of the image.
@Suite(
  .enabled(if: TestEngine.isThere, "no Docker engine answers, or no images can be made for it"),
  .timeLimit(.minutes(10)))
struct ContainerRuntimeTests {
  private func build(
    _ runtimes: String, env: String = "", command: String = "true",
    observing: (@Sendable (RunEvent, StopControl) -> Void)? = nil
  ) async throws -> FinishedBuild {
    try await RuntimeImage.made.value
    var build = try await ContainerBuild(
      """
      version: 0.2
      env: {variables: {\(env)}}
      phases:
        install:
          runtime-versions: {\(runtimes)}
          commands:
            - |
              \(command)
        build:
          commands:
            - echo "$JAVA_HOME|${PYTHON-}|${VERSION-none}"
      """)
    build.build.request.container?.image = RuntimeImage.name
    guard let observing else { return try await build.run() }
    let stop = build.build.stop
    return try await build.build.run { observing($0, stop) }
  }

  @Test func `what the image's commands export holds for all commands`() async throws {
    let done = try await build(
      "java: corretto11, python: 3.10", command: "[ $PWD = $CODEBUILD_SRC_DIR ] && echo home")
    #expect(done.lines == ["Installing Java version 11 ...", "home", "/jdk11|3.10|none"])
    #expect(done.status == .succeeded)
    #expect(
      Array(done.log.dropFirst(3).prefix(13)) == [
        "Processing environment variables",
        "Selecting 'java' runtime version 'corretto11' based on manual selections...",
        "Selecting 'python' runtime version '3.10' based on manual selections...",
        "Running command echo \"Installing Java version 11 ...\"", "Installing Java version 11 ...",
        "", "Running command export JAVA_HOME=\"$JAVA_11_HOME\"", "",
        "Running command PYTHON=3.10", "cd /tmp", "",
        done.log[14], "Phases found in YAML: 2",
      ])
    #expect(done.log[14].hasPrefix("Moving to directory /codebuild/output/src"))
  }

  @Test func `aliases and dependencies are resolved by the image's list`() async throws {
    let done = try await build("android: latest, python: 3.x")
    #expect(done.lines == ["android on /jdk8", "/jdk8|3.10|none"])
    #expect(done.log.contains("Resolved 'android' runtime alias 'latest' to '29'."))
    #expect(done.log.contains("Resolved 'python' runtime alias '3.x' to '3.10'."))
  }

  @Test func `a default entry is told the version, and no other command is`() async throws {
    let done = try await build("python: 3.11.4", env: "VERSION: mine")
    #expect(done.lines == ["installing 3.11.4", "||mine"])
  }

  @Test func `a variable stands for a version`() async throws {
    let done = try await build("python: $WANTED", env: "WANTED: 3.12.1")
    #expect(done.lines == ["installing 3.12.1", "||none"])
  }

  @Test(arguments: [
    (
      "docker: 20",
      "YAML_FILE_ERROR: Unknown runtime named 'docker'. "
        + "This build image has the following runtimes: android, java, nodejs, python, ruby"
    ),
    (
      "nodejs: 15",
      "YAML_FILE_ERROR: Unknown runtime version named '15' of nodejs. "
        + "This build image has the following versions: 10, 12"
    ),
    (
      "nodejs: 10",
      "COMMAND_EXECUTION_ERROR: Error while executing command: exit 3. Reason: exit status 3"
    ),
    (
      "android: 29, java: corretto11",
      "YAML_FILE_ERROR: Runtime 'android' version '29' requires runtime 'java' version "
        + "'corretto8', but version 'corretto11' is selected"
    ),
  ])
  func `a failure ends the build in DOWNLOAD_SOURCE`(
    runtimes: String, message: String
  ) async throws {
    let done = try await build(runtimes)
    #expect(done.failure == message)
    #expect(done.phases == ["DOWNLOAD_SOURCE FAILED"])
    #expect(done.status == .failed)
    #expect(!done.lines.contains("after"))
    #expect(try await ContainerBuild.leftContainers(done.identifier) == [])
  }

  @Test func `the words about a conflict are the service's`() async throws {
    let log = try await build("android: latest, java: corretto11").log
    #expect(
      log.contains(
        "Runtime 'android' version '29' has a dependency on runtime 'java', but 'java' version "
          + "'corretto11' has already been manually selected. Not attempting to override."))
  }

  @Test func `a build that is ended while a runtime is installed ends there`() async throws {
    let done = try await build("ruby: 3.4") { event, stop in
      if case .runtimeStep(.commandStarted("sleep 600")) = event { stop.request(.timeout) }
    }
    #expect(done.phases == ["DOWNLOAD_SOURCE TIMED_OUT"])
    #expect(!done.lines.contains("after"))
    #expect(try await ContainerBuild.leftContainers(done.identifier) == [])
  }

  @Test func `a command that ends the container is a fault`() async throws {
    let done = try await build("ruby: 4.0")
    #expect(done.phases == ["DOWNLOAD_SOURCE FAULT"])
    #expect(done.status == .fault)
  }

  @Test func `an image without a list is used as it is`() async throws {
    let text = "version: 0.2\nphases: {install: {runtime-versions: {java: 1}, commands: [pwd]}}\n"
    let done = try await ContainerBuild(text).run()
    #expect(done.status == .succeeded)
    #expect(
      done.notices.contains { $0.hasPrefix("phases.install.runtime-versions: the image has") })
    #expect(
      done.log.contains(
        "[WARN] Skipping install of runtimes. "
          + "Runtime version selection is not supported by this build image."))
  }
}
