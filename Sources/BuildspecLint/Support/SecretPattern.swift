import Diagnostics

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
    if isPrivateKey(text) { return .privateKey }
    if let token = token(in: Array(text.utf8)) { return token.kind }
    if isWebToken(text) { return .webToken }
    return hasPassword(text) ? .urlPassword : nil
  }

  private struct Token {
    var kind: SecretPattern
    var prefix: [UInt8]
    /// Least number of characters after the prefix; keys of AWS have exactly so many.
    var length: Int
    var isUppercase: Bool
    /// What may stand in it besides letters and digits.
    var signs: String

    init(
      _ kind: SecretPattern, _ prefix: String, length: Int, isUppercase: Bool = false,
      signs: String = ""
    ) {
      self.kind = kind
      self.prefix = Array(prefix.utf8)
      self.length = length
      self.isUppercase = isUppercase
      self.signs = signs
    }
  }

  private static let tokens = [
    Token(.awsKey, "AKIA", length: 16, isUppercase: true),
    Token(.awsKey, "ASIA", length: 16, isUppercase: true),
    Token(.gitHub, "ghp_", length: 36),
    Token(.gitHub, "gho_", length: 36),
    Token(.gitHub, "ghu_", length: 36),
    Token(.gitHub, "ghs_", length: 36),
    Token(.gitHub, "ghr_", length: 36),
    Token(.gitHub, "github_pat_", length: 40, signs: "_-"),
    Token(.gitLab, "glpat-", length: 20, signs: "_-"),
    Token(.slack, "xoxa-", length: 20, signs: "_-"),
    Token(.slack, "xoxb-", length: 20, signs: "_-"),
    Token(.slack, "xoxp-", length: 20, signs: "_-"),
    Token(.slack, "https://hooks.slack.com/services/T", length: 20, signs: "/"),
    Token(.npm, "npm_", length: 36),
    Token(.pyPI, "pypi-AgE", length: 50, signs: "_-"),
  ]

  private static func token(in bytes: [UInt8]) -> Token? {
    for start in bytes.indices {
      switch bytes[start] {
      case UInt8(ascii: "A"), UInt8(ascii: "g"), UInt8(ascii: "h"), UInt8(ascii: "n"),
        UInt8(ascii: "p"), UInt8(ascii: "x"):
        if let token = tokens.first(where: { isToken($0, bytes[start...], in: bytes) }) {
          return token
        }
      default: continue
      }
    }
    return nil
  }

  private static func isToken(_ token: Token, _ text: ArraySlice<UInt8>, in bytes: [UInt8]) -> Bool
  {
    guard text.count >= token.prefix.count + token.length, text.starts(with: token.prefix),
      text.startIndex == 0 || !EnvironmentName.isPart(bytes[text.startIndex - 1])
    else { return false }
    let rest = text.dropFirst(token.prefix.count).prefix { isTokenByte($0, token) }
    let fits = token.isUppercase ? rest.count == token.length : rest.count >= token.length
    // The examples of AWS's documentation end so, and stand-ins repeat a character.
    let isExample = rest.suffix(7).elementsEqual("EXAMPLE".utf8) || Set(rest).count < 5
    return fits && !isExample && rest.contains { (0x30...0x39).contains($0) }
  }

  private static func isTokenByte(_ byte: UInt8, _ token: Token) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A: true
    case 0x61...0x7A: !token.isUppercase
    default: token.signs.utf8.contains(byte)
    }
  }

  private static func isPrivateKey(_ text: String) -> Bool {
    text.holds("-----BEGIN ") && text.holds("PRIVATE KEY")
  }

  /// Three parts in base64url, the first two of which are JSON objects.
  private static func isWebToken(_ text: String) -> Bool {
    guard text.utf8.starts(with: "eyJ".utf8) else { return false }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[1].hasPrefix("eyJ") else {
      return false
    }
    return parts.allSatisfy { part in
      part.utf8.count >= 10
        && part.utf8.allSatisfy { EnvironmentName.isPart($0) || $0 == UInt8(ascii: "-") }
    }
  }

  /// `scheme://user:password@host`, but for services on this machine and stand-ins.
  private static func hasPassword(_ text: String) -> Bool {
    guard text.holds("@"), text.holds("://"), let scheme = text.firstRange(of: "://") else {
      return false
    }
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
