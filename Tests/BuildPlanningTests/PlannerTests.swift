import BuildPlanning
import BuildspecModel
import Diagnostics
import Testing

struct PlannerTests {
  private func plan(
    _ text: String, _ configure: (inout RunRequest) -> Void = { _ in }
  ) -> RunPlan {
    let source = SourceText(path: "buildspec.yml", text: text)
    var request = RunRequest(source: SourceFacts(directory: "."))
    configure(&request)
    return Planner.plan(BuildspecFile(source: source).buildspec, source: source, request: request)
  }

  private func keys(_ text: String) -> [String] { plan(text).notices.map(\.key) }

  @Test func `all four phases are planned in the service's order`() {
    let plan = plan("version: 0.2\nphases:\n  build:\n    commands: [a, b]\n    finally: [c]\n")
    #expect(plan.phases.map(\.name) == [.install, .preBuild, .build, .postBuild])
    #expect(plan.phases[0].place == nil)
    #expect(plan.phases[2].commands.map(\.text) == ["a", "b"])
    #expect(plan.phases[2].finally.map(\.text) == ["c"])
    #expect(plan.phases[2].finally[0].list == .finally)
  }

  @Test func `a command knows its place as line, column and bytes`() {
    let text = "version: 0.2\nphases:\n  build:\n    commands:\n      - é\n      - 'b c'\n"
    let place = plan(text).phases[2].commands[1].place
    #expect(place.description == "buildspec.yml:6:9")
    #expect(Array(text.utf8)[place.start..<place.end] == Array("'b c'".utf8)[...])
  }

  @Test func `precedence is -e, --env-file, option, built-in, buildspec`() {
    let plan = plan(
      "version: 0.2\nenv: {variables: {A: 1, B: 1, AWS_REGION: 1, CODEBUILD_CI: 1}}\n"
    ) {
      $0.region = GivenVariable(name: "AWS_REGION", value: "2", origin: .option("--region"))
      let file = VariableOrigin.environmentFile(path: "f", line: 3)
      $0.fileVariables = ["A", "B"].map { GivenVariable(name: $0, value: "3", origin: file) }
      $0.flagVariables = [
        GivenVariable(name: "A", value: "4", origin: .flag),
        GivenVariable(name: "A", value: "5", origin: .flag),
        GivenVariable(name: "CODEBUILD_WEBHOOK_EVENT", value: "PUSH", origin: .flag),
      ]
    }
    let values = Dictionary(uniqueKeysWithValues: plan.variables.map { ($0.name, $0.value) })
    #expect(values["A"] == .text("5"))
    #expect(values["B"] == .text("3"))
    #expect(values["AWS_REGION"] == .text("2"))
    #expect(values["CODEBUILD_CI"] == .text("true"))
    #expect(values["CODEBUILD_WEBHOOK_EVENT"] == .text("PUSH"))
    let a = plan.variables.first { $0.name == "A" }
    #expect(a?.overrides.map(\.description) == ["--env", "f:3", "buildspec.yml:2:19"])
  }

  @Test func `source facts become built-in variables, unknown ones do not`() {
    let known = plan("version: 0.2\n") {
      $0.source = SourceFacts(directory: ".", commit: "c0ffee", branch: "main", repositoryURL: "u")
    }
    let values = Dictionary(uniqueKeysWithValues: known.variables.map { ($0.name, $0.value) })
    #expect(values["CODEBUILD_RESOLVED_SOURCE_VERSION"] == .text("c0ffee"))
    #expect(values["CODEBUILD_SOURCE_VERSION"] == .text("main"))
    #expect(values["CODEBUILD_SOURCE_REPO_URL"] == .text("u"))
    let unknown = plan("version: 0.2\n").variables.map(\.name)
    #expect(!unknown.contains { $0.contains("SOURCE") || $0.contains("REGION") })
  }

  @Test func `a part of a fan-out knows its number and the count, over what the buildspec sets`() {
    let text = "version: 0.2\nenv: {variables: {BUILDSPEC_SHARD: 9}}\n"
    let values = Dictionary(
      uniqueKeysWithValues: plan(text) { $0.shard = Shard(number: 2, count: 5) }.variables
        .map { ($0.name, $0.value) })
    #expect(values[Shard.numberVariable] == .text("2"))
    #expect(values[Shard.countVariable] == .text("5"))
    #expect(!plan("version: 0.2\n").variables.contains { $0.name.hasPrefix("BUILDSPEC_") })
  }

  @Test func `every key that is not honoured has one notice`() {
    let text = """
      version: 0.2
      run-as: someone
      env:
        shell: powershell.exe
        git-credential-helper: yes
        variables: {"A.B": 1, CODEBUILD_X: 1}
        parameter-store: {P: /p}
        secrets-manager: {S: s}
      proxy: {upload-artifacts: yes, logs: yes}
      batch: {build-list: [{identifier: a}]}
      phases:
        install:
          run-as: other
          on-failure: RETRY-(
          runtime-versions: {java: 17, python: 3.10}
          commands: [a]
      reports: {r: {files: [x]}}
      artifacts: {files: [a], enable-symlinks: yes, s3-prefix: p}
      cache: {paths: [p]}
      """
    #expect(
      keys(text) == [
        "run-as", "env.shell", "env.git-credential-helper", "env.variables.A.B",
        "env.variables.CODEBUILD_X",
        "proxy.upload-artifacts", "proxy.logs", "batch", "phases.install.run-as",
        "phases.install.on-failure",
        "artifacts.s3-prefix",
      ])
    #expect(plan(text).notices.allSatisfy { $0.place != nil })
  }

  @Test func `a plain buildspec has no notice`() {
    #expect(
      keys(
        """
        version: 0.2
        env:
          shell: bash
          git-credential-helper: no
          variables: {A: 1, CODEBUILD_CONFIG_AUTO_DISCOVER: x}
        proxy: {logs: no}
        phases: {build: {on-failure: continue, commands: [a]}}
        artifacts: {files: [a], enable-symlinks: no}
        """) == [])
  }

  @Test func `what is left out of the file has a notice`() {
    let text = """
      version: 0.2
      unknown: 1
      phases:
        build:
          commands: [a, , [b], c]
          nonsense: 1
      """
    let source = SourceText(path: "f", text: text.replacing("[a, , ", with: "[a, ~, "))
    let request = RunRequest(source: SourceFacts(directory: "."))
    let plan = Planner.plan(BuildspecFile(source: source), request: request)
    #expect(plan.phases[2].commands.map(\.text) == ["a", "c"])
    #expect(plan.notices.map(\.key) == ["unknown", "commands[1]", "commands[2]", "nonsense"])
  }

  @Test func `a secret that is given is not fetched, and its value is not in the plan`() {
    let plan = plan("version: 0.2\nenv: {secrets-manager: {S: s, T: t}}\n") {
      $0.flagVariables = [GivenVariable(name: "S", value: "v", origin: .flag)]
      $0.secretVariables = [GivenVariable(name: "U", value: "v", origin: .option("--secret"))]
    }
    #expect(plan.notices == [])
    #expect(plan.references.map(\.reference) == ["t"])
    let secrets = plan.variables.filter(\.value.isSecret)
    #expect(secrets.map(\.name) == ["S", "T", "U"])
    #expect(secrets.map(\.value) == [.secret, .fetched, .secret])
  }

  @Test func `of two references of a name the later one counts, and the project comes over both`() {
    let text = """
      version: 0.2
      env:
        variables: {A: a, B: b}
        parameter-store: {B: /b, C: /c, CODEBUILD_X: /x}
        secrets-manager: {C: c}

      """
    let own = plan(text)
    #expect(own.references.map(\.reference) == ["/b", "c"])
    #expect(own.notices.map(\.key) == ["env.parameter-store.CODEBUILD_X"])
    let project = plan(text) {
      var project = BuildProject()
      project.name = "shop"
      project.timeoutMinutes = 7
      project.image = "i"
      project.variables = [
        ProjectVariable(name: "B", origin: .plaintext, value: "plain"),
        ProjectVariable(name: "C", origin: .parameterStore, value: "/shop/c"),
        ProjectVariable(name: "D", origin: .plaintext),
      ]
      $0.project = project
    }
    #expect(project.references.map(\.reference) == ["/shop/c"])
    #expect(project.variables.first { $0.name == "B" }?.value == .text("plain"))
    #expect(project.variables.first { $0.name == "B" }?.origin.description == "the project `shop`")
    #expect(
      project.notices.map(\.key) == [
        "project.image", "project.D", "env.parameter-store.CODEBUILD_X",
      ])
    #expect(project.timeoutSeconds == 420)
  }

  @Test(arguments: [
    ("bash", "bash"), ("/bin/sh", "/bin/sh"), ("sh", "sh"), ("/bin/bash", "/bin/bash"),
    ("cmd.exe", "sh"), ("zsh", "sh"),
  ])
  func `the shell is the one asked for, where it can be`(name: String, program: String) {
    #expect(plan("version: 0.2\nenv: {shell: \(name)}\n").shell == program)
  }

  @Test func `version 0.1 isolates its commands and has its own word for variables`() {
    let plan = plan("version: 0.1\nenvironment_variables: {plaintext: {A: 1}}\n")
    #expect(plan.isolatesCommands)
    #expect(plan.variables.first { $0.name == "A" }?.value == .text("1"))
  }

  @Test func `runtime versions keep their text`() {
    let plan = plan("version: 0.2\nphases: {install: {runtime-versions: {python: 3.10}}}\n")
    #expect(plan.runtimes.map(\.runtime) == ["python"])
    #expect(plan.runtimes.map(\.version) == ["3.10"])
    #expect(plan.runtimes.map(\.place.description) == ["buildspec.yml:2:39"])
  }

  @Test(arguments: ["0.1", "0.2"])
  func `runtime versions count in the install phase of version 0.2`(version: String) {
    let entry = "{runtime-versions: {python: 3.10}}"
    let plan = plan("version: \(version)\nphases: {install: \(entry), build: \(entry)}\n")
    #expect(plan.runtimes.count == (version == "0.2" ? 1 : 0))
  }

  @Test func `secondary artifacts alone leave out the primary one`() {
    let plan = plan("artifacts: {secondary-artifacts: {a: {files: [x]}}}\n")
    #expect(plan.artifacts.map(\.identifier) == ["a"])
  }

  @Test func `a matrix counts its combinations`() {
    let plan = plan(
      """
      batch:
        build-matrix:
          dynamic:
            buildspec: [a.yml, b.yml]
            env: {image: [i, j, k], variables: {V: [1, 2]}}
      """)
    #expect(plan.batch?.count == 12)
  }

  @Test func `phases are left out by the option that says so`() {
    let text = "version: 0.2\nphases: {build: {commands: [a]}}\n"
    func skipped(_ configure: (inout PhaseSelection) -> Void) -> [String?] {
      plan(text) { configure(&$0.selection) }.phases.map(\.skippedBy)
    }
    #expect(
      skipped { $0.only = [.build] } == ["--phase build", "--phase build", nil, "--phase build"])
    #expect(skipped { $0.first = .build } == ["--from build", "--from build", nil, nil])
    #expect(
      skipped { $0.last = .preBuild } == [nil, nil, "--until pre_build", "--until pre_build"])
    #expect(skipped { $0.skipped = [.install] } == ["--skip install", nil, nil, nil])
  }

  @Test(arguments: ["", "a", "[]", "phases: x", "batch: {build-matrix: {}}", "env: []"])
  func `nothing in a file breaks the planner`(text: String) {
    #expect(plan(text).phases.count == 4)
  }
}
