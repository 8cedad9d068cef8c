import BuildspecModel

/// The builds of a `build-matrix`: one for each combination of its lists, in the order in which the lists
/// stand in the file. The last list varies fastest.
struct MatrixPlanner {
  private let matrix: BatchMatrix
  private let scribe: BatchScribe
  /// In the order of the file; each has values.
  private let axes: [MatrixAxis]
  /// What all builds have.
  private let common: PlannedBuild

  init(_ matrix: BatchMatrix, _ scribe: BatchScribe) {
    self.matrix = matrix
    self.scribe = scribe
    axes = MatrixAxis.all(of: matrix, scribe).enumerated().sorted {
      ($0.element.start, $0.offset) < ($1.element.start, $1.offset)
    }.map(\.element)
    let place = scribe.place(matrix.range)
    var places: [BatchBuildKey: PlanPlace] = [:]
    places[.ignoreFailure] = matrix.ignoreFailure.map { scribe.place($0.range) }
    let environment = matrix.staticEnvironment.map { scribe.environment($0, &places) }
    common = PlannedBuild(
      identifier: "", environment: environment ?? BatchBuildEnvironment(),
      ignoresFailure: matrix.ignoreFailure?.value ?? false, place: place, places: places)
  }

  func builds() -> [PlannedBuild] {
    var names = MatrixNames(axes)
    var choice = Array(repeating: 0, count: axes.count)
    var builds: [PlannedBuild] = []
    repeat {
      var build = build(choice)
      build.identifier = names.next(choice)
      builds.append(build)
    } while advance(&choice)
    return builds
  }

  private func build(_ choice: [Int]) -> PlannedBuild {
    var build = common
    for (axis, index) in zip(axes, choice) { axis.set(axis.values[index], in: &build) }
    build.environment.variables = BatchScribe.lastOfEach(build.environment.variables)
    return build
  }

  /// The next combination; `false` after the last one.
  private func advance(_ choice: inout [Int]) -> Bool {
    for axis in axes.indices.reversed() {
      choice[axis] += 1
      if choice[axis] < axes[axis].values.count { return true }
      choice[axis] = 0
    }
    return false
  }
}
