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
    let sorted = variables.sorted { $0.key < $1.key }
    let text =
      path.extension == "json"
      ? JSONValue.object(sorted.map { (key: $0.key, value: .string($0.value)) }).text(indent: 2)
        + "\n"
      : sorted.map { "\($0.key)=\(Self.quoted($0.value))\n" }.joined()
    try WholeFile(path: path, host: host).write(Array(text.utf8))
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
