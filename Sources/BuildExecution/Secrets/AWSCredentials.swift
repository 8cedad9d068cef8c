/// Credentials of AWS among the variables of a build, which the service masks too.
enum AWSCredentials {
  /// Only what looks like real ones: names such as `test`, which stand-ins of AWS take, are in too many
  /// other words.
  static func secrets(in environment: [String: String]) -> [String] {
    let tests: [(name: String, isReal: (String) -> Bool)] = [
      ("AWS_ACCESS_KEY_ID", isKeyIdentifier), ("AWS_SECRET_ACCESS_KEY", { $0.utf8.count == 40 }),
      ("AWS_SESSION_TOKEN", { $0.utf8.count >= 100 }),
    ]
    return tests.compactMap { test in environment[test.name].flatMap { test.isReal($0) ? $0 : nil }
    }
  }

  /// Such as `AKIA` for a user and `ASIA` for a session, and 16 letters and digits.
  private static func isKeyIdentifier(_ text: String) -> Bool {
    text.utf8.count == 20 && text.hasPrefix("A")
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: false
        }
      }
  }
}
