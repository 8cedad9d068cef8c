package import Diagnostics

/// `build-matrix`: one build for each combination of the dynamic lists.
package struct BatchMatrix: Hashable, Sendable {
  /// Place of the `build-matrix` key.
  package var range: SourceRange
  package var ignoreFailure: Located<Bool>?
  /// `static.env`.
  package var staticEnvironment: BatchEnvironment?
  package var buildspecs: [Located<String>] = []
  package var images: [Located<String>] = []
  package var computeTypes: [Located<String>] = []
  /// `dynamic.env.variables`.
  package var variables: [MatrixVariable] = []

  package init(range: SourceRange) {
    self.range = range
  }

  /// Number of combinations; a list without values has no say. `nil` when no integer holds it: a
  /// hostile file can ask for that many.
  package var buildCount: Int? {
    let lists =
      [buildspecs.count, images.count, computeTypes.count] + variables.map(\.values.count)
    return lists.filter { $0 > 0 }.reduce(1) { product, count in
      product.map { $0.multipliedReportingOverflow(by: count) }
        .flatMap { $0.overflow ? nil : $0.partialValue }
    }
  }

  /// Each variable with each of its values.
  var entries: [EnvironmentEntry] {
    variables.flatMap { variable in
      variable.values.map { EnvironmentEntry(name: variable.name, value: $0) }
    }
  }
}

/// A variable of a matrix with all its values.
package struct MatrixVariable: Hashable, Sendable {
  package var name: Located<String>
  package var values: [Located<String>]

  package init(name: Located<String>, values: [Located<String>]) {
    self.name = name
    self.values = values
  }
}
