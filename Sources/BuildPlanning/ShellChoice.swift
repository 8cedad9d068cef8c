/// The shell that runs the commands.
enum ShellChoice {
  static let standard = "sh"

  /// The program for `env.shell`; `nil` when this engine cannot use that shell.
  static func program(for name: String?) -> String? {
    guard let name else { return standard }
    let base = name.split(separator: "/").last.map(String.init) ?? name
    return ["sh", "bash", "dash"].contains(base) ? name : nil
  }
}
