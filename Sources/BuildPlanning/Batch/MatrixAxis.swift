import BuildspecModel

/// One list of a matrix.
struct MatrixAxis {
  /// What the list gives values to, in the order in which identifiers name them.
  enum Key: Hashable {
    case buildspec, image, computeType
    case variable(String)
  }

  struct Value {
    let text: String
    let place: PlanPlace
  }

  let key: Key
  /// Never empty.
  let values: [Value]

  /// Byte offset of its first value.
  var start: Int { values.first?.place.start ?? 0 }

  /// The lists that have values, in the order in which identifiers name them.
  static func all(of matrix: BatchMatrix, _ scribe: BatchScribe) -> [MatrixAxis] {
    let lists: [(Key, [Located<String>])] =
      [
        (.buildspec, matrix.buildspecs), (.image, matrix.images),
        (.computeType, matrix.computeTypes),
      ] + matrix.variables.map { (.variable($0.name.value), $0.values) }
    return lists.filter { !$0.1.isEmpty }.map { key, values in
      MatrixAxis(
        key: key, values: values.map { Value(text: $0.value, place: scribe.place($0.range)) })
    }
  }

  /// Gives a build one of the values.
  func set(_ value: Value, in build: inout PlannedBuild) {
    switch key {
    case .buildspec:
      build.buildspec = value.text
      build.places[.buildspec] = value.place
    case .image:
      build.environment.image = value.text
      build.places[.image] = value.place
    case .computeType:
      build.environment.computeType = value.text
      build.places[.computeType] = value.place
    case .variable(let name):
      let variable = BatchVariable(name: name, value: value.text, place: value.place)
      build.environment.variables.append(variable)
      if build.places[.variables] == nil { build.places[.variables] = value.place }
    }
  }
}
