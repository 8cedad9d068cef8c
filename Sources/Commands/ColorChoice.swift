import Reporting

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// `--color`.
package enum ColorChoice: String, CaseIterable, Sendable {
  case auto, always, never

  /// The style for a stream. `auto` follows `NO_COLOR`, `CLICOLOR_FORCE` and the terminal.
  func style(forDescriptor descriptor: Int32) -> Style {
    switch self {
    case .always: Style(isColored: true)
    case .never: Style(isColored: false)
    case .auto: Style(isColored: Self.isWanted(descriptor))
    }
  }

  private static func isWanted(_ descriptor: Int32) -> Bool {
    if isSet("NO_COLOR") { return false }
    if isSet("CLICOLOR_FORCE") { return true }
    return isatty(descriptor) == 1 && !isDumbTerminal
  }

  private static func isSet(_ name: String) -> Bool {
    guard let value = getenv(name) else { return false }
    return value[0] != 0 && !(value[0] == 0x30 && value[1] == 0)
  }

  private static var isDumbTerminal: Bool {
    guard let value = getenv("TERM") else { return false }
    return String(cString: value) == "dumb"
  }
}
