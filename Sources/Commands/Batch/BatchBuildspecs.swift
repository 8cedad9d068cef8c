import BuildPlanning
import BuildspecLint
import BuildspecModel
import Diagnostics
import Reporting
import SystemPackage

/// The buildspecs of the builds of a batch.
struct BatchBuildspecs {
  /// By the names that the batch gives; `nil` stands for the buildspec of the batch itself.
  private(set) var files: [String?: BuildspecFile] = [:]
  /// What keeps some of them from being run.
  private(set) var rejected: [FileFindings] = []

  /// Reads those of the builds that are not left out, each once.
  static func read(
    _ plan: BatchPlan, own: BuildspecFile, _ ground: RunGround
  ) throws(ToolError) -> BatchBuildspecs {
    var found = BatchBuildspecs()
    for build in plan.builds where build.leftOut == nil && found.files[build.buildspec] == nil {
      let file =
        try build.buildspec.map { (name) throws(ToolError) in
          try read(name, for: build, ground)
        } ?? own
      try found.add(file, for: build)
    }
    return found
  }

  private mutating func add(_ file: BuildspecFile, for build: PlannedBuild) throws(ToolError) {
    files[build.buildspec] = file
    let obstacles = RunObstacles.find(in: file)
    if !obstacles.isEmpty {
      rejected.append(FileFindings(source: file.source, diagnostics: obstacles))
    } else if file.buildspec.phases.isEmpty {
      throw ToolError(
        .failure, "\(Self.place(of: build))\(file.source.path): there is no phase to run")
    }
  }

  /// A file of the source, and of nothing outside of it.
  private static func read(
    _ name: String, for build: PlannedBuild, _ ground: RunGround
  ) throws(ToolError) -> BuildspecFile {
    let path = ground.folder.pushing(FilePath(name)).lexicallyNormalized()
    guard path.starts(with: ground.folder), !FilePath(name).isAbsolute else {
      throw ToolError(
        .failure, "\(place(of: build))\(name): the buildspec of a build is in the source folder")
    }
    do {
      return BuildspecFile(source: try SourceReader.read(ground.path(of: name)))
    } catch {
      throw ToolError(.failure, "\(place(of: build))\(error.description)")
    }
  }

  private static func place(of build: PlannedBuild) -> String {
    (build.places[.buildspec] ?? build.place).map { "\($0): " } ?? "\(build.identifier): "
  }
}
