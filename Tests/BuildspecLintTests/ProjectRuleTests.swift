import BuildspecLint
import BuildspecModel
import Diagnostics
import TestSupport
import Testing

/// Rules that know the project.
@Suite struct ProjectRuleTests {
  private static func context(_ change: (inout BuildProject) -> Void) -> LintContext {
    var project = BuildProject()
    change(&project)
    return LintContext(fileExists: { _ in true }, project: project)
  }

  private static func image(_ name: String) -> LintContext {
    LintContext(project: BuildProject(image: "aws/codebuild/" + name))
  }

  // MARK: Runtimes

  @Test func `current images try other versions, older ones reject them`() {
    let text = RuleCheck.runtimes("nodejs: «16»\npython: 3.12\nrust: 1.93")
    let tried = RuleCheck.expect("BS225", at: text, Self.image("standard:8.0"))
    #expect(tried.map(\.severity) == [.warning])
    #expect(
      tried.first?.help == "it has 22, 24; aws/codebuild/standard:6.0 has 16")
    #expect(tried.first?.serviceMessage == nil)
    let rejected = RuleCheck.expect(
      "BS225", at: RuleCheck.runtimes("nodejs: «22»\npython: 3.x\njava: 17"),
      Self.image("standard:6.0"))
    #expect(rejected.map(\.severity) == [.error])
    #expect(
      rejected.first?.serviceMessage
        == "YAML_FILE_ERROR Message: Unknown runtime version named '22' of nodejs. "
        + "This build image has the following versions: 16")
  }

  @Test func `a runtime is missing from one image and there in another`() {
    let text = RuleCheck.runtimes("«rust»: 1.93\nnodejs: 22\n«android»: 29")
    let found = RuleCheck.expect("BS224", at: text, Self.image("standard:7.0"))
    #expect(
      found.first?.help == "it has dotnet, golang, java, nodejs, php, python, ruby; "
        + "aws/codebuild/standard:8.0 has rust")
    #expect(
      found.last?.serviceMessage
        == "YAML_FILE_ERROR Message: Unknown runtime named 'android'. This build image has the "
        + "following runtimes: dotnet, golang, java, nodejs, php, python, ruby")
    RuleCheck.expect(
      "BS224", at: RuleCheck.runtimes("rust: 1.93\nandroid: 29"), Self.image("unknown:9.0"))
    RuleCheck.expect(
      "BS224", at: RuleCheck.runtimes("«rust»: 1.93\nandroid: 29"),
      Self.image("amazonlinux2-x86_64-standard:3.0"))
  }

  @Test func `rules for all images give way to those for the image`() {
    let text = RuleCheck.runtimes("python: 3.8\ndocker: 18")
    let known = Self.image("standard:4.0")
    for code in ["BS213", "BS218", "BS224", "BS225"] {
      #expect(RuleCheck.findings(code, in: text, known) == [], "\(code)")
    }
    #expect(RuleCheck.findings("BS213", in: text).count == 1)
    #expect(RuleCheck.findings("BS218", in: text, Self.image("standard:7.0")).count == 1)
    #expect(RuleCheck.findings("BS224", in: text, Self.image("standard:7.0")) == [])
  }

  @Test func `a build of a batch may have another image`() {
    let text =
      RuleCheck.runtimes("rust: 1.93\nnodejs: 16")
      + "batch:\n  build-list:\n    - identifier: a\n      env:\n"
      + "        image: aws/codebuild/standard:8.0\n"
    for code in ["BS224", "BS225", "BS227"] {
      #expect(RuleCheck.findings(code, in: text, Self.image("standard:7.0")) == [], "\(code)")
    }
  }

  @Test func `an image of one's own may not know runtimes`() {
    let text = RuleCheck.runtimes("«nodejs: 22»\npython: 3.12")
    RuleCheck.expect("BS227", at: text, LintContext(project: BuildProject(image: "node:22")))
  }

  @Test func `the image of the project is no longer maintained`() {
    let found = RuleCheck.expect(
      "BS222", at: "«version»: 0.2\nphases: {build: {commands: [make]}}\n",
      Self.image("standard:5.0"))
    #expect(found.first?.message == "AWS no longer maintains `aws/codebuild/standard:5.0`")
  }

  // MARK: Shells

  @Test(arguments: [
    ("standard:7.0", 2), ("amazonlinux-x86_64-standard:5.0", 0), ("windows-base:2022-1.0", 0),
    ("macos-arm-base:14", 2),
  ])
  func `the image tells what sh is`(_ image: String, _ count: Int) {
    let text = RuleCheck.commands("- '[[ -f a ]] && echo b'\n- |\n  set -o pipefail\n  a | b")
    let found = ["BS403", "BS404"].flatMap {
      RuleCheck.findings($0, in: text, Self.image(image))
    }
    #expect(found.count == count)
  }

  @Test func `a file of PowerShell is left alone although Linux was said`() {
    let text = RuleCheck.commands("- '[[ $true ]] && echo $Env:HOME'")
    #expect(RuleCheck.findings("BS404", in: text, Self.image("standard:7.0")) == [])
  }

  @Test(arguments: [
    ("cmd.exe", "standard:7.0", Severity.error), ("bash", "windows-base:2022-1.0", .warning),
    ("bash", "standard:7.0", nil), ("powershell.exe", "windows-base:2022-1.0", nil),
    ("bash", "macos-arm-base:14", nil),
  ])
  func `a shell belongs to a system`(_ shell: String, _ image: String, _ severity: Severity?) {
    let text = "version: 0.2\nenv:\n  shell: \(shell)\nphases: {build: {commands: [make]}}\n"
    #expect(
      RuleCheck.findings("BS226", in: text, Self.image(image)).map(\.severity)
        == [severity].compactMap(\.self))
  }

  @Test func `run-as is for Linux`() {
    let text = "version: 0.2\nrun-as: «a»\nphases:\n  build: {run-as: «b», commands: [make]}\n"
    RuleCheck.expect("BS219", at: text, Self.image("windows-base:2022-1.0"))
    #expect(RuleCheck.findings("BS219", in: MarkedText(text).text) == [])
  }

  // MARK: Docker

  private static func docker(_ change: (inout BuildProject) -> Void = { _ in }) -> LintContext {
    context { project in
      project.environmentType = "LINUX_CONTAINER"
      project.isPrivileged = false
      project.hasDockerServer = false
      project.hasFleet = false
      project.variables = []
      change(&project)
    }
  }

  @Test func `docker needs a daemon`() {
    let text = RuleCheck.commands(
      "- docker --version\n- docker login -u a\n- |\n  set -e\n  «docker build .»\n- docker push a")
    RuleCheck.expect("BS441", at: text, Self.docker())
    let plain = MarkedText(text).text
    let contexts: [LintContext] = [
      Self.docker { $0.isPrivileged = true }, Self.docker { $0.isPrivileged = nil },
      Self.docker { $0.hasDockerServer = true }, Self.docker { $0.hasFleet = true },
      Self.docker { $0.environmentType = "LINUX_EC2" },
      Self.docker { $0.environmentType = "WINDOWS_SERVER_2022_CONTAINER" },
      Self.docker { $0.variables = [ProjectVariable(name: "DOCKER_HOST", origin: nil)] },
      Self.docker { $0.variables = nil }, LintContext(),
    ]
    for context in contexts { #expect(RuleCheck.findings("BS441", in: plain, context) == []) }
    let lambda = Self.docker {
      $0.environmentType = "LINUX_LAMBDA_CONTAINER"
      $0.isPrivileged = nil
    }
    #expect(
      RuleCheck.findings("BS441", in: plain, lambda).map(\.message)
        == ["Lambda compute has no Docker"])
    let batch = plain + "batch: {build-list: [{identifier: a, env: {privileged-mode: true}}]}\n"
    #expect(RuleCheck.findings("BS441", in: batch, Self.docker()) == [])
  }

  // MARK: Variables and sources

  @Test func `secondary sources are known`() {
    let text = RuleCheck.commands(
      "- cd «$CODEBUILD_SRC_DIR_confg»\n- cd $CODEBUILD_SRC_DIR_config $CODEBUILD_SRC_DIR")
    let context = Self.context {
      $0.sourceType = "GITHUB"
      $0.secondarySources = ["config"]
    }
    #expect(
      RuleCheck.expect("BS442", at: text, context).map(\.help) == ["did you mean `config`?"])
    let pipeline = Self.context {
      $0.sourceType = "CODEPIPELINE"
      $0.secondarySources = []
    }
    #expect(RuleCheck.findings("BS442", in: MarkedText(text).text, pipeline) == [])
  }

  @Test func `variables of the project are known`() {
    let text = """
      version: 0.2
      env:
        variables:
          «STAGE»: dev
          OTHER: x
        exported-variables: [STAGE, KEY, SET]
      phases: {build: {commands: [make]}}
      """
    let context = Self.context {
      $0.variables = [
        ProjectVariable(name: "STAGE", origin: .plaintext),
        ProjectVariable(name: "KEY", origin: .secretsManager),
      ]
    }
    RuleCheck.expect("BS519", at: text, context)
    let plain = MarkedText(text).text
    #expect(RuleCheck.findings("BS509", in: plain).count == 2)
    #expect(
      RuleCheck.findings("BS509", in: plain, context).map(\.message)
        == ["nothing in this file sets `SET`"])
    #expect(
      RuleCheck.findings("BS511", in: plain, context).map(\.message) == [
        "the project reads `KEY` from Secrets Manager, and so it is not exported"
      ])
  }

  // MARK: Artifacts and cache

  @Test func `artifacts of the project and of the file belong together`() {
    let text = RuleCheck.withBuild(
      "«artifacts»:\n  files: [a]\n  secondary-artifacts:\n    one: {files: [b]}\n"
        + "    two: {files: [c]}")
    let context = Self.context {
      $0.artifactsType = "S3"
      $0.secondaryArtifacts = ["one", "three"]
    }
    let missing = RuleCheck.expect("BS626", at: text, context)
    #expect(missing.map(\.severity) == [.warning])
    let plain = MarkedText(text).text
    #expect(
      RuleCheck.findings("BS625", in: plain, context).map(\.message)
        == ["the project has no secondary artifact `two`"])
    let pipeline = Self.context {
      $0.artifactsType = "CODEPIPELINE"
      $0.secondaryArtifacts = []
    }
    for code in ["BS625", "BS626", "BS627"] {
      #expect(RuleCheck.findings(code, in: plain, pipeline) == [], "\(code)")
    }
    let none = Self.context {
      $0.artifactsType = "NO_ARTIFACTS"
      $0.secondaryArtifacts = []
    }
    #expect(RuleCheck.findings("BS625", in: plain, none) == [])
    #expect(RuleCheck.findings("BS627", in: plain, none).count == 1)
    #expect(RuleCheck.findings("BS626", in: RuleCheck.withBuild(""), none) == [])
  }

  @Test(arguments: [
    (ProjectCache.none, true), (.s3, false), (.local(keepsPaths: true), false),
    (.local(keepsPaths: false), true), (nil, false),
  ])
  func `a cache must keep paths`(_ cache: ProjectCache?, _ fires: Bool) {
    let text = RuleCheck.withBuild("cache:\n  paths: [a]")
    let context = Self.context { $0.cache = cache }
    #expect(RuleCheck.findings("BS628", in: text, context).count == (fires ? 1 : 0))
  }

  @Test func `a local cache does not work everywhere`() {
    let text = RuleCheck.withBuild("cache:\n  paths: [a]")
    let changes: [(inout BuildProject) -> Void] = [
      { $0.isInVPC = true }, { $0.environmentType = "LINUX_GPU_CONTAINER" },
      { $0.computeType = "BUILD_GENERAL1_2XLARGE" },
      {
        $0.environmentType = "ARM_LAMBDA_CONTAINER"
        $0.cache = .s3
      },
    ]
    for change in changes {
      let context = Self.context {
        $0.cache = .local(keepsPaths: true)
        change(&$0)
      }
      #expect(RuleCheck.findings("BS628", in: text, context).count == 1)
    }
  }

  // MARK: Batches

  @Test func `what a build of a batch leaves open is taken from the project`() {
    let text =
      RuleCheck.withBuild("batch:\n  build-list:")
        + """
            - identifier: a
              env: {image: «aws/codebuild/standard:7.0»}
            - identifier: b
              env: {type: LINUX_CONTAINER, compute-type: BUILD_GENERAL1_SMALL}
            - identifier: c
              env: {type: LINUX_CONTAINER, image: aws/codebuild/standard:7.0}

        """
    let context = Self.context {
      $0.environmentType = "ARM_CONTAINER"
      $0.image = "aws/codebuild/amazonlinux-aarch64-standard:3.0"
    }
    let marked = text.replacing(
      "type: LINUX_CONTAINER, compute", with: "type: «LINUX_CONTAINER», compute")
    RuleCheck.expect("BS713", at: marked, context)
    #expect(RuleCheck.findings("BS713", in: MarkedText(text).text) == [])
  }

  @Test func `the project limits batches`() {
    let text = RuleCheck.withBuild(
      "batch:\n  build-list:\n    - identifier: a\n    - identifier: b\n")
    let one = Self.context { $0.batch.maximumBuilds = 1 }
    #expect(
      RuleCheck.findings("BS715", in: text, one).map(\.message)
        == ["this batch has 2 builds, and the project allows 1"])
    let two = Self.context { $0.batch.maximumBuilds = 2 }
    #expect(RuleCheck.findings("BS715", in: text, two) == [])
    #expect(RuleCheck.findings("BS724", in: text, two) == [])
  }

  @Test func `privileged mode on the Lambda compute of the project`() {
    let text = RuleCheck.withBuild(
      "batch:\n  build-list:\n    - identifier: a\n      env: {privileged-mode: «true»}\n"
        + "    - identifier: b\n      env: {privileged-mode: true, type: LINUX_CONTAINER}\n")
    RuleCheck.expect(
      "BS714", at: text, Self.context { $0.environmentType = "LINUX_LAMBDA_CONTAINER" })
  }

  // MARK: The file

  @Test(arguments: [
    ("buildspec.yml", "", true), ("ci/b.yml", "", false), ("./ci/b.yml", "ci/b.yml", true),
    ("b.yml", "ci/b.yml", true), ("/src/ci/b.yml", "ci/b.yml", true), ("xb.yml", "b.yml", false),
    ("b.yml", "arn:aws:s3:::bucket/b.yml", true), ("b.yml", "$FILE", true),
    ("b.yml", "version: 0.2\nphases:\n  build: {commands: [make]}  \n\n", true),
    ("b.yml", "version: 0.2\nphases:\n  build: {commands: [test]}\n", false),
  ])
  func `a project reads one file`(_ path: String, _ wanted: String, _ reads: Bool) {
    let text = "version: 0.2\nphases:\n  build: {commands: [make]}\n"
    let file = BuildspecFile(source: SourceText(path: path, text: text))
    let context = Self.context { $0.buildspec = wanted }
    let codes = Linter.lint(file, context).map(\.rule.code)
    #expect(codes.contains("BS025") == !reads)
    context.fileExists = nil
    #expect(!Linter.lint(file, context).map(\.rule.code).contains("BS025"))
  }

  @Test func `a name that the project gives is no mistake`() {
    let source = SourceText(
      path: "buildspec.yaml", text: "version: 0.2\nphases: {build: {commands: [make]}}\n")
    for (wanted, count) in [("buildspec.yaml", 0), ("", 1)] {
      let context = Self.context { $0.buildspec = wanted }
      let found = Linter.lint(BuildspecFile(source: source), context)
      #expect(found.filter { $0.rule.code == "BS015" }.count == count)
    }
  }
}
