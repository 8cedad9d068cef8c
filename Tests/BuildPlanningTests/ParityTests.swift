import BuildspecModel
import Diagnostics
import TestSupport
import Testing

@testable import BuildPlanning

/// The one table of what is the same as in CodeBuild.
struct ParityTests {
  private func plan(
    _ text: String, _ configure: (inout RunRequest) -> Void = { _ in }
  ) -> RunPlan {
    let source = SourceText(path: "buildspec.yml", text: text)
    var request = RunRequest(source: SourceFacts(directory: "."))
    configure(&request)
    return Planner.plan(BuildspecFile(source: source), request: request)
  }

  /// What is not the same, but for what holds for every build.
  private func differences(_ plan: RunPlan) -> [String] {
    plan.parity.filter { $0.parity != .same && !$0.topic.isGeneral }.map {
      "\($0.parity) \($0.key) \($0.place?.line ?? 0)"
    }
  }

  private static let inContainer: @Sendable (inout RunRequest) -> Void = {
    $0.container = PlannedContainer(engine: .docker, image: "a")
  }

  @Test func `each topic has one row`() {
    #expect(ParityTable.entries.map(\.topic) == ParityTopic.allCases)
  }

  @Test func `each row says why it is not the same`() {
    for entry in ParityTable.entries {
      for treatment in [entry.host, entry.container] {
        #expect((treatment.parity == .same) == (treatment.reason == nil), "\(entry.topic)")
        #expect(treatment.reason?.hasSuffix(".") != true, "\(entry.topic)")
      }
    }
  }

  @Test func `each key of a buildspec has a row`() {
    let titles = ParityTopic.allCases.filter { !$0.isGeneral }.map(\.rawValue)
    func check(_ section: SectionID, _ prefix: String) {
      for key in SectionTable.keys(of: section) {
        let path = prefix + key.name
        switch key.shape {
        case .section(.batch), .section(.cache), .section(.proxy), .section(.environmentVariables):
          #expect(titles.contains(path) || path == "environment_variables", "\(path)")
        case .sectionList, .section(.matrix), .section(.fanout), .section(.batchEnvironment): break
        case .section(.phase): check(.phase, "phases.*.")
        case .section(let inner): check(inner, path + ".")
        case .sectionMap(.report): check(.report, "reports.*.")
        case .sectionMap: break
        default:
          let covered = titles.contains { title in
            title == path || path.hasPrefix(title + ".") || title.hasPrefix(path + " ")
          }
          #expect(covered || path == "phases.*.runtime-versions", "\(path) has no row")
        }
      }
    }
    check(.top, "")
    check(.batch, "batch.")
    check(.graphItem, "batch.*.")
    check(.batchEnvironment, "batch.*.env.")
  }

  @Test func `each key of a build in a batch has its own row`() {
    for key in BatchBuildKey.allCases {
      #expect(ParityTopic(key).rawValue == "batch.*.\(key.rawValue)")
    }
  }

  @Test func `a plain buildspec is the same everywhere`() {
    let text = """
      version: 0.2
      env: {shell: bash, variables: {A: 1}, exported-variables: [A], git-credential-helper: no}
      proxy: {logs: no}
      phases: {build: {on-failure: ABORT, commands: [a], finally: [b]}}
      artifacts: {files: [a]}
      """
    for configure in [{ @Sendable _ in }, Self.inContainer] {
      let plan = plan(text, configure)
      #expect(differences(plan) == [])
      #expect(plan.parity.filter { !$0.topic.isGeneral }.count == 8)
      #expect(plan.notices == [])
    }
  }

  private static let everything = """
    version: 0.2
    run-as: me
    env:
      shell: zsh
      git-credential-helper: yes
    proxy:
      logs: yes
    batch: {build-list: [{identifier: a}]}
    phases:
      install:
        runtime-versions: {java: 17}
      build:
        run-as: you
        on-failure: 'RETRY-('
        runtime-versions: {java: 17}
        commands: [a]
    reports:
      unit:
        files: [a]
        file-format: NUNITXML
    artifacts:
      files: [a]
      name: n
      s3-prefix: p
    cache:
      paths: [a]
    """

  @Test func `differences have their places`() {
    #expect(
      differences(plan(Self.everything)) == [
        "skipped run-as 2", "approximated env.shell 4", "approximated env.git-credential-helper 5",
        "skipped proxy.logs 7", "skipped batch 8",
        "approximated phases.install.runtime-versions 11",
        "skipped phases.build.run-as 13", "skipped phases.build.on-failure 14",
        "skipped phases.build.runtime-versions 15", "approximated reports.unit.file-format 20",
        "approximated artifacts.name 23", "skipped artifacts.s3-prefix 24", "approximated cache 25",
      ])
    #expect(
      differences(plan(Self.everything, Self.inContainer)) == [
        "approximated env.shell 4", "approximated env.git-credential-helper 5",
        "skipped proxy.logs 7", "skipped batch 8", "skipped phases.build.on-failure 14",
        "skipped phases.build.runtime-versions 15", "approximated reports.unit.file-format 20",
        "approximated artifacts.name 23", "skipped artifacts.s3-prefix 24", "approximated cache 25",
      ])
  }

  @Test func `notices are made of the same rows`() {
    let plan = plan(Self.everything)
    for notice in plan.notices {
      let finding = plan.parity.first { $0.key == notice.key && $0.place == notice.place }
      #expect(finding?.reason == notice.message, "\(notice.key)")
    }
    #expect(
      plan.notices.map(\.key) == [
        "run-as", "env.shell", "env.git-credential-helper", "proxy.logs", "batch",
        "phases.build.run-as", "phases.build.on-failure", "phases.build.runtime-versions",
        "artifacts.s3-prefix",
      ])
  }

  @Test func `s3-prefix counts with its namespace`() {
    let plan = plan(Self.everything) { $0.namespace = .buildID }
    #expect(!differences(plan).contains { $0.contains("s3-prefix") })
  }

  @Test func `what holds for every build has no place`() {
    let general = plan("version: 0.2").parity.filter(\.topic.isGeneral)
    #expect(general.count == ParityTopic.allCases.count(where: \.isGeneral))
    #expect(general.allSatisfy { $0.place == nil })
  }
}
