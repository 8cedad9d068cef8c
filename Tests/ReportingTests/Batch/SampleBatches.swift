import BatchExecution
import BuildExecution
import BuildPlanning

/// Batches whose reports are looked at.
enum SampleBatches {
  /// One build fails, one fails and is ignored, two are skipped, two have reports.
  static var mixed: BatchScript {
    var script = BatchScript([
      PlannedBuild(identifier: "compile"), PlannedBuild(identifier: "unit", parents: [0]),
      PlannedBuild(identifier: "style", ignoresFailure: true, parents: [0]),
      PlannedBuild(identifier: "windows", leftOut: .unsupported("type WINDOWS_CONTAINER")),
      PlannedBuild(identifier: "publish", parents: [1, 2]),
    ])
    script.add(.notice(PlanNotice(key: "batch.build-graph", message: "a notice", place: nil)))
    script.skip(3, .leftOut(.unsupported("type WINDOWS_CONTAINER")))
    script.start(0)
    script.run(0, "compiling\n\u{1B}[32mdone\u{1B}[0m without end")
    script.add(.build(0, .reportReady(report("unit", files: 2))))
    script.wait(1_500)
    script.finish(0, exported: ["VERSION": "1.0", "API_TOKEN": "hush"])
    script.start(1)
    script.start(2, waited: 300)
    script.command(1)
    script.command(2)
    script.output(1, "first\nsec")
    script.output(2, "bad style\n")
    script.output(1, "ond\nTests failed")
    script.endCommand(2, 1)
    script.wait(2_250)
    script.endCommand(1, 2)
    script.add(.build(1, .reportReady(report("unit", files: 3, folder: "kept/unit"))))
    script.add(.build(1, .artifactReady(artifact(files: 4))))
    script.finish(1, .failed, failure: "buildspec.yml:2:30: exit status 2")
    script.skip(4, .parentFailed(1))
    script.finish(2, .failed)
    script.end(.failed, path: [0, 2], waited: 300)
    return script
  }

  /// The one whose summary is in docs/batch.md.
  static var documented: BatchScript {
    var script = BatchScript([
      PlannedBuild(identifier: "compile"), PlannedBuild(identifier: "unit", parents: [0]),
      PlannedBuild(identifier: "publish", parents: [1]),
    ])
    script.start(0)
    script.run(0, "")
    script.add(.build(0, .reportReady(report("unit-tests", files: 2, folder: "reports"))))
    script.add(.build(0, .artifactReady(artifact(files: 3))))
    script.wait(12_300)
    script.finish(0, exported: ["VERSION": "1.4"])
    script.wait(2_100)
    script.start(1, waited: 2_100)
    script.command(1)
    script.wait(48_000)
    script.endCommand(1, 1)
    script.add(.build(1, .reportReady(report("unit-tests", files: 12, folder: "reports"))))
    script.finish(1, .failed, failure: "buildspec.yml:8:9: exit status 1")
    script.skip(2, .parentFailed(1))
    script.end(.failed, path: [0, 1], waited: 2_100)
    return script
  }

  /// All goes well.
  static var good: BatchScript {
    var script = BatchScript([PlannedBuild(identifier: "a"), PlannedBuild(identifier: "b")])
    for build in 0...1 {
      script.start(build)
      script.run(build, "hello\n")
      script.wait(1_000)
      script.finish(build)
    }
    script.end(path: [1])
    return script
  }

  /// The first failure ends the batch; one build cannot be built at all, one was given to nobody.
  static var failedFast: BatchScript {
    var script = BatchScript(
      [
        PlannedBuild(identifier: "a"), PlannedBuild(identifier: "b"),
        PlannedBuild(identifier: "c"),
      ], kind: .list)
    script.start(1)
    script.run(1, "working")
    script.start(0)
    script.wait(500)
    script.finish(0, .failed, problem: "buildspec-a.yml: no such file")
    script.finish(1, .stopped)
    script.skip(2, .batchEnded)
    script.end(.failed, path: [0])
    return script
  }

  /// So many builds that the table has only some.
  static func many(_ count: Int) -> BatchScript {
    var script = BatchScript(
      (0..<count).map { PlannedBuild(identifier: "build_\($0)") }, kind: .fanout, jobs: 8)
    for build in 0..<count {
      script.start(build)
      script.run(build, "line of \(build)\n", build == 7 ? 1 : 0)
      script.wait(10)
      script.finish(build, build == 7 ? .failed : .succeeded)
    }
    script.end(.failed, path: Array(0..<20))
    return script
  }

  /// Identifiers and output that try to steer the terminal or to look like another build.
  static var hostile: BatchScript {
    let names = [
      "../../etc", "a\n[b] lie", "\u{1B}[2Jclear", "名前", "", String(repeating: "x", count: 90),
    ]
    var script = BatchScript(names.map { PlannedBuild(identifier: $0) }, kind: .list, jobs: 6)
    for build in names.indices { script.start(build) }
    for build in names.indices { script.command(build) }
    script.output(0, "10%\r50%\r100%\n\u{1B}]0;title\u{07}plain\u{1B}[31mred\n")
    script.output(1, "\u{1B}[2J\u{1B}[Hgone\r\nbell\u{07}\n")
    script.output(2, "no end")
    script.output(3, "全角文字\n")
    for build in names.indices { script.endCommand(build, build == 5 ? 0 : 3) }
    for build in names.indices { script.finish(build, build == 5 ? .succeeded : .failed) }
    script.end(.failed, path: [5])
    return script
  }

  private static func report(_ group: String, files: Int, folder: String? = nil) -> ReportResult {
    ReportResult(group: group, format: "JUNITXML", fileCount: files, folder: folder)
  }

  private static func artifact(files: Int) -> ArtifactResult {
    ArtifactResult(identifier: nil, name: nil, fileCount: files, folder: "out/unit")
  }
}
