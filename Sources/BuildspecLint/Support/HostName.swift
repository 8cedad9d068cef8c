import Diagnostics

/// Hosts that URLs in commands name.
enum HostName {
  /// The host of the first URL in a text, without its port; `nil` when there is none.
  static func inURL(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    guard text.holds("://"), let start = afterScheme(bytes) else { return nil }
    let end = bytes[start...].firstIndex { "/?# \"'".utf8.contains($0) } ?? bytes.count
    var host = bytes[start..<end]
    if let at = host.lastIndex(of: UInt8(ascii: "@")) { host = host[(at + 1)...] }
    if let colon = host.firstIndex(of: UInt8(ascii: ":")) { host = host[..<colon] }
    return String(decoding: host, as: UTF8.self)
  }

  private static func afterScheme(_ bytes: [UInt8]) -> Int? {
    bytes.indices.first { bytes[$0...].starts(with: "://".utf8) }.map { $0 + 3 }
  }

  /// Whether the host is a public one by its name: no variable, no name of this machine or of a
  /// private network, no endpoint that the cloud gives to its own machines.
  static func isPublic(_ host: String) -> Bool {
    let bytes = host.utf8
    guard bytes.contains(UInt8(ascii: ".")), !host.hasVariable, !host.isPlaceholder else {
      return false
    }
    let privates = ["127.", "0.", "10.", "192.168.", "169.254.", "172.", "localhost"]
    if privates.contains(where: { bytes.starts(with: $0.utf8) }) { return false }
    return !["local", "localhost", "internal", "test", "example", "invalid", "lan", "svc"].contains
    {
      bytes.suffix($0.utf8.count).elementsEqual($0.utf8)
    }
  }
}
