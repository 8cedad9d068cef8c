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
