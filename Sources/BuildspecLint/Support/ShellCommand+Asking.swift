import ShellSyntax

/// What rules ask about a command.
extension ShellCommand {
  /// The words without a `sudo` before them.
  var wordsBehindSudo: ArraySlice<ShellWord> { name == "sudo" ? arguments : words[...] }

  /// Whether one of the words after the name is this text.
  func has(_ argument: String) -> Bool {
    arguments.contains { $0.literal == argument }
  }

  /// The name without the directory that it may stand in.
  var program: String? {
    guard let name else { return nil }
    guard let slash = name.utf8.lastIndex(of: UInt8(ascii: "/")) else { return name }
    return String(name[name.utf8.index(after: slash)...])
  }

  /// Whether what the command prints goes into a file and not into the log.
  var isRedirected: Bool {
    redirections.contains { redirection in
      let sign = redirection.sign.utf8
      guard sign.contains(UInt8(ascii: ">")), sign.first != UInt8(ascii: "2") else { return false }
      switch redirection.target.literal {
      case "1", "2", "/dev/stdout", "/dev/stderr", "/dev/tty": return false
      default: return true
      }
    }
  }
}
