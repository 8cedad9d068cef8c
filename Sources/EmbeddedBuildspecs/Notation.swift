/// How a text is written in a template, which decides how a change of it is written.
struct Notation {
  enum Quoting {
    /// On lines of its own, each with the same indentation.
    case block
    case singleQuoted
    /// With the escapes that YAML, JSON and Terraform share.
    case doubleQuoted
    /// In a way that is not changed, such as folded.
    case fixed
  }

  var quoting: Quoting
  /// Pairs of a sign that the template would take for its own, and how it is written then.
  var escapes: [(sign: String, written: String)]

  static let cloudFormationSub = [(sign: "${", written: "${!")]
  static let terraform = [(sign: "${", written: "$${"), (sign: "%{", written: "%%{")]
}
