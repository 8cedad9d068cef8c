import Diagnostics

/// Variables whose values are not shown.
package enum SecretNames {
  private static let words: Set<Substring> = [
    "APIKEY", "AUTH", "CREDENTIAL", "CREDENTIALS", "PASS", "PASSPHRASE", "PASSWD", "PASSWORD",
    "PAT",
    "SECRET", "SECRETS", "TOKEN", "TOKENS",
  ]
  private static let pairs: [StaticString] = [
    "ACCESS_KEY", "API_KEY", "PRIVATE_KEY", "SIGNING_KEY", "LICENSE_KEY",
  ]

  package static let mask = "***"

  package static func isSecret(_ name: String) -> Bool {
    let upper = name.uppercased()
    return upper.split { $0 == "_" || $0 == "-" || $0 == "." }.contains(where: words.contains)
      || pairs.contains(where: upper.holds)
      || ["PASSWORD", "TOKEN", "SECRET"].contains(where: upper.hasSuffix)
  }

  /// The value, or `***` when the name says that it is secret or the value is a URL with a password.
  package static func masked(_ value: String, of name: String) -> String {
    if isSecret(name) { return mask }
    // Most values are no URL, and characters cost more to search than bytes.
    guard value.holds("://") else { return value }
    guard let scheme = value.firstRange(of: "://") else { return value }
    let authority = value[scheme.upperBound...].prefix { $0 != "/" }
    return authority.contains("@") && authority.contains(":") ? mask : value
  }
}
