/// Texts that are secrets by their form alone.
enum SecretPattern {
  case awsKey, privateKey, gitHub, gitLab, slack, npm, pyPI, webToken, urlPassword

  /// How messages name it.
  var title: String {
    switch self {
    case .awsKey: "an access key of AWS"
    case .privateKey: "a private key"
    case .gitHub: "a token of GitHub"
    case .gitLab: "a token of GitLab"
    case .slack: "a token of Slack"
    case .npm: "a token of npm"
    case .pyPI: "a token of PyPI"
    case .webToken: "a JSON web token"
    case .urlPassword: "a URL with a password"
    }
  }

  static func find(in text: String) -> SecretPattern? {
    // Nothing shorter is a secret by its form, and most values are.
    guard text.utf8.count >= 16 else { return nil }
    let bytes = Array(text.utf8)
    if isPrivateKey(text) { return .privateKey }
    for token in tokens where hasToken(token, bytes) { return token.kind }
    if isWebToken(text) { return .webToken }
    return hasPassword(text) ? .urlPassword : nil
  }

  private struct Token {
    var kind: SecretPattern
    var prefix: String
    /// Least number of characters after the prefix; keys of AWS have exactly so many.
    var length: Int
    var isUppercase = false
    /// What may stand in it besides letters and digits.
    var signs = ""
  }

  private static let tokens = [
    Token(kind: .awsKey, prefix: "AKIA", length: 16, isUppercase: true),
    Token(kind: .awsKey, prefix: "ASIA", length: 16, isUppercase: true),
    Token(kind: .gitHub, prefix: "ghp_", length: 36),
    Token(kind: .gitHub, prefix: "gho_", length: 36),
    Token(kind: .gitHub, prefix: "ghu_", length: 36),
    Token(kind: .gitHub, prefix: "ghs_", length: 36),
    Token(kind: .gitHub, prefix: "ghr_", length: 36),
    Token(kind: .gitHub, prefix: "github_pat_", length: 40, signs: "_-"),
    Token(kind: .gitLab, prefix: "glpat-", length: 20, signs: "_-"),
    Token(kind: .slack, prefix: "xoxa-", length: 20, signs: "_-"),
    Token(kind: .slack, prefix: "xoxb-", length: 20, signs: "_-"),
    Token(kind: .slack, prefix: "xoxp-", length: 20, signs: "_-"),
    Token(kind: .slack, prefix: "https://hooks.slack.com/services/T", length: 20, signs: "/"),
    Token(kind: .npm, prefix: "npm_", length: 36),
    Token(kind: .pyPI, prefix: "pypi-AgE", length: 50, signs: "_-"),
  ]

  private static func hasToken(_ token: Token, _ bytes: [UInt8]) -> Bool {
    let prefix = Array(token.prefix.utf8)
    guard bytes.count >= prefix.count + token.length else { return false }
    for start in 0...(bytes.count - prefix.count - token.length)
    where bytes[start] == prefix[0] && bytes[start...].starts(with: prefix) {
      if start > 0, EnvironmentName.isPart(bytes[start - 1]) { continue }
      let rest = bytes[(start + prefix.count)...].prefix { isTokenByte($0, token) }
      let fits = token.isUppercase ? rest.count == token.length : rest.count >= token.length
      // The examples of AWS's documentation end so, and stand-ins repeat a character.
      let isExample = rest.suffix(7).elementsEqual("EXAMPLE".utf8) || Set(rest).count < 5
      if fits, !isExample, rest.contains(where: { (0x30...0x39).contains($0) }) { return true }
    }
    return false
  }

  private static func isTokenByte(_ byte: UInt8, _ token: Token) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A: true
    case 0x61...0x7A: !token.isUppercase
    default: token.signs.utf8.contains(byte)
    }
  }

  private static func isPrivateKey(_ text: String) -> Bool {
    text.contains("-----BEGIN ") && text.contains("PRIVATE KEY")
  }

  /// Three parts in base64url, the first two of which are JSON objects.
  private static func isWebToken(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].hasPrefix("eyJ"), parts[1].hasPrefix("eyJ") else {
      return false
    }
    return parts.allSatisfy { part in
      part.utf8.count >= 10
        && part.utf8.allSatisfy { EnvironmentName.isPart($0) || $0 == UInt8(ascii: "-") }
    }
  }

  /// `scheme://user:password@host`, but for services on this machine and stand-ins.
  private static func hasPassword(_ text: String) -> Bool {
    guard let scheme = text.firstRange(of: "://") else { return false }
    let rest = text[scheme.upperBound...].prefix { $0 != "/" && $0 != " " }
    guard let at = rest.lastIndex(of: "@"), let colon = rest[..<at].firstIndex(of: ":") else {
      return false
    }
    let (user, password) = (rest[..<colon], rest[rest.index(after: colon)..<at])
    let host = rest[rest.index(after: at)...]
    let isRemote = host.contains(".") && !host.hasPrefix("127.") && !host.hasPrefix("localhost")
    return isRemote && !password.isEmpty && password != user && !String(password).isPlaceholder
      && !["password", "pass", "secret"].contains(password.lowercased())
  }
}
