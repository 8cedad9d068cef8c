import BuildPlanning

extension LeftOut {
  /// Why, in a few words.
  var words: String {
    switch self {
    case .option(let option): option
    case .done(let run): "done in \(run)"
    case .unsupported(let reason): reason
    }
  }

  /// The kind of reason, for programs.
  var kind: String {
    switch self {
    case .option: "option"
    case .done: "done"
    case .unsupported: "unsupported"
    }
  }
}
