/// A syntax error, in libyaml's words and in ours.
package struct YAMLSyntaxError: Hashable, Sendable {
  /// libyaml's problem text, which CodeBuild prints word for word.
  package var problem: String
  /// 0-based line that libyaml, and so CodeBuild, reports.
  package var reportedLine: Int
  package var cause: YAMLSyntaxCause

  package init(problem: String, reportedLine: Int, cause: YAMLSyntaxCause) {
    self.problem = problem
    self.reportedLine = reportedLine
    self.cause = cause
  }
}
