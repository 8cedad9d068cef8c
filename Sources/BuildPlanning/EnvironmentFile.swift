/// A file of `KEY=VALUE` lines. Empty lines and lines that begin with `#` are left out, `export ` in
/// front is allowed, and a value may stand in single or double quotes. Nothing is expanded.
package enum EnvironmentFile {
  /// A line that cannot be read.
  package struct Problem: Error, Hashable, CustomStringConvertible {
    package var path: String
    /// 1-based.
    package var line: Int
    package var message: String

    package var description: String { "\(path):\(line): \(message)" }
  }

  package static func parse(
    _ text: String, path: String
  ) throws(Problem) -> [GivenVariable] {
    var variables: [GivenVariable] = []
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    for (index, line) in lines.enumerated() {
      let line = trimmed(line)
      if line.isEmpty || line.hasPrefix("#") { continue }
      switch entry(of: line) {
      case .success(let (name, value)):
        let origin = VariableOrigin.environmentFile(path: path, line: index + 1)
        variables.append(GivenVariable(name: name, value: value, origin: origin))
      case .failure(let reason):
        throw Problem(path: path, line: index + 1, message: reason.message)
      }
    }
    return variables
  }

  private struct Reason: Error {
    var message: String
  }

  private static func entry(of line: Substring) -> Result<(String, String), Reason> {
    var rest = line
    if rest.hasPrefix("export "), let equals = rest.firstIndex(of: "="),
      rest[..<equals].contains(" ")
    {
      rest = trimmed(rest.dropFirst("export ".count))
    }
    guard let equals = rest.firstIndex(of: "=") else {
      return .failure(Reason(message: "expected KEY=VALUE"))
    }
    let name = String(rest[..<equals])
    guard !name.isEmpty else { return .failure(Reason(message: "the name before '=' is empty")) }
    guard !name.contains(where: \.isWhitespace) else {
      // Not shown: this may be the middle of a secret.
      return .failure(Reason(message: "the name before '=' holds a space"))
    }
    return value(of: rest[rest.index(after: equals)...]).map { (name, $0) }
  }

  private static func value(of text: Substring) -> Result<String, Reason> {
    guard let quote = text.first, quote == "'" || quote == "\"" else {
      return .success(String(text))
    }
    let inner = text.dropFirst()
    guard let end = inner.firstIndex(of: quote) else {
      return .failure(Reason(message: "the value begins with \(quote) but does not end with it"))
    }
    guard inner.index(after: end) == inner.endIndex else {
      return .failure(Reason(message: "text after the closing \(quote)"))
    }
    return .success(String(inner[..<end]))
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
