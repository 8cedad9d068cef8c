import YAMLSyntax

extension YAMLScalar.Kind {
  /// How messages name it.
  var title: String {
    switch self {
    case .string: "text"
    case .null: "nothing"
    case .boolean: "a boolean"
    case .integer, .float: "a number"
    }
  }
}
