import BuildExecution
import Reporting
import SystemPackage

/// `--outputs`: a file of the exported variables of a build. A name that ends in `.json` gets an object,
/// any other one lines that a shell and `--env-file` read; values of several lines are for the shell.
struct OutputsFile {
  let path: FilePath
  let host: Host

  /// Fails early, before a build has run for nothing.
  init?(_ name: String?, host: Host) throws(ToolError) {
    guard let name else { return nil }
    path = FilePath(name)
    self.host = host
    let folder = path.removingLastComponent()
    let status = folder.isEmpty ? nil : (try? host.files.statusFollowingLinks(folder)) ?? nil
    guard path.lastComponent?.kind == .regular, folder.isEmpty || status?.kind == .folder else {
      throw .usage("--outputs \(name): no such folder")
    }
  }

  func write(_ variables: [String: String]) throws(ToolError) {
    try write(isJSON ? Self.object(variables).text(indent: 2) + "\n" : Self.lines(variables))
  }

  /// The variables of the builds of a batch: an object for each build, or lines whose names begin with the
  /// identifier and `_`.
  func write(_ builds: [(build: String, variables: [String: String])]) throws(ToolError) {
    if isJSON {
      let objects = builds.map { (key: $0.build, value: Self.object($0.variables)) }
      return try write(JSONValue.object(objects).text(indent: 2) + "\n")
    }
    try write(builds.map { Self.lines($0.variables, prefix: Self.name($0.build) + "_") }.joined())
  }

  private var isJSON: Bool { path.extension == "json" }

  private func write(_ text: String) throws(ToolError) {
    try WholeFile(path: path, host: host).write(Array(text.utf8))
  }

  private static func object(_ variables: [String: String]) -> JSONValue {
    .object(sorted(variables).map { (key: $0.key, value: .string($0.value)) })
  }

  private static func lines(_ variables: [String: String], prefix: String = "") -> String {
    sorted(variables).map { "\(prefix)\($0.key)=\(quoted($0.value))\n" }.joined()
  }

  private static func sorted(_ variables: [String: String]) -> [(key: String, value: String)] {
    variables.sorted { $0.key < $1.key }
  }

  /// An identifier as a part of a variable's name.
  private static func name(_ build: String) -> String {
    String(build.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
  }

  /// As it is when no shell could see anything in it.
  private static func quoted(_ value: String) -> String {
    let plain = "@%+=:,./_-"
    let isPlain = value.unicodeScalars.allSatisfy { scalar in
      scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
        || plain.unicodeScalars.contains(scalar)
    }
    return isPlain ? value : ShellQuoting.quoted(value)
  }
}
