import ShellSyntax

extension ShellScript {
  /// Calls `body` for every pipeline: in the script, in compounds, and in substitutions of words.
  func forEachPipeline(_ body: (ShellPipeline) -> Void) {
    for pipeline in statements.flatMap(\.pipelines) {
      body(pipeline)
      for element in pipeline.elements {
        switch element {
        case .simple(let command):
          command.forEachWord { $0.forEachSubstitution { $0.forEachPipeline(body) } }
        case .compound(let compound):
          ShellScript(statements: compound.body).forEachPipeline(body)
        }
      }
    }
  }
}
