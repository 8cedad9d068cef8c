/// What libyaml reports when it stops.
struct YAMLParserFailure: Error {
  /// The bytes themselves are at fault: not UTF-8, or a control character.
  var isReader: Bool
  /// libyaml's words.
  var problem: String
  /// What it was doing, in libyaml's words.
  var context: String?
  /// Byte offset of the problem.
  var offset: Int
  /// Byte offset where the construct began.
  var contextOffset: Int?
  /// 0-based line of the problem, the number that CodeBuild prints.
  var line: Int
}
