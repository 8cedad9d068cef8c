import BuildspecModel
import Diagnostics
import ShellSyntax

/// Passwords and tokens in the URLs of commands.
enum GitTokenURL: ShellRule {
  static let info = RuleInfo(
    "BS814", "git-token-url", .warning,
    summary: "A URL in a command holds a password or a token.",
    why: """
      Git keeps the URL in `.git/config`, shows it in messages, and every process of the machine can \
      read the command line. What stands in the file, everybody who can read the repository has.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - git clone https://build:b7K2pQ9x@git.example.com/shop.git
      """,
    good: """
      version: 0.2
      env:
        git-credential-helper: yes
      phases:
        build:
          commands:
            - git clone https://git.example.com/shop.git
      """,
    source: "git-credential manual; buildspec reference, env/git-credential-helper.")

  static let signs: [StaticString] = ["://"]

  static func check(_ shell: ShellReading, _ file: BuildspecFile) -> [Diagnostic] {
    var secrets: [Diagnostic] = []
    var variables: [(message: String, range: SourceRange)] = []
    for item in shell.items where item.holds("://") && item.holds("@") {
      let bytes = Array(item.command.text.utf8)
      var seen: [Int] = []
      for command in item.commands {
        command.forEachWord { word in
          guard let user = userInfo(bytes, word.range, isGit: command.program == "git"),
            !seen.contains(user.range.start)
          else { return }
          seen.append(user.range.start)
          let range = item.range(of: user.range)
          if user.isLiteral {
            secrets.append(
              secretFinding(
                "a password or token stands in this URL", at: range,
                help: "revoke it, and let a credential helper give git the next one"))
          } else {
            variables.append(("git keeps this token in `.git/config`", range))
          }
        }
      }
    }
    return secrets
      + findingOnce(
        variables, severity: .info,
        help: "let a credential helper give it to git, such as `git-credential-helper: yes`")
  }

  private struct UserInfo {
    var range: SourceRange
    var isLiteral: Bool
  }

  /// What stands before the host of the first URL of a word, when it has a secret.
  private static func userInfo(_ bytes: [UInt8], _ word: SourceRange, isGit: Bool) -> UserInfo? {
    guard let start = afterScheme(bytes, word) else { return nil }
    let end = bytes[start..<word.end].firstIndex { "/ \"'\n?#".utf8.contains($0) } ?? word.end
    guard let at = bytes[start..<end].lastIndex(of: UInt8(ascii: "@")), at + 1 < end else {
      return nil
    }
    let user = bytes[start..<at]
    let range = SourceRange(start: start, end: at)
    let colon = user.firstIndex(of: UInt8(ascii: ":"))
    let secret = String(decoding: colon.map { user[($0 + 1)...] } ?? user, as: UTF8.self)
    if secret.hasVariable {
      // A variable alone may be the name of a user.
      guard isGit || isRepository(bytes[at..<word.end]), colon != nil || speaksOfSecret(secret)
      else { return nil }
      return UserInfo(range: range, isLiteral: false)
    }
    let isLiteral = colon == nil ? SecretPattern.find(in: secret) != nil : isPassword(secret)
    let host = String(decoding: bytes[(at + 1)..<end], as: UTF8.self)
    guard isLiteral, host.utf8.contains(UInt8(ascii: ".")), !host.utf8.starts(with: "127.".utf8)
    else { return nil }
    return UserInfo(range: range, isLiteral: true)
  }

  private static func afterScheme(_ bytes: [UInt8], _ word: SourceRange) -> Int? {
    guard word.count > 12 else { return nil }
    for index in word.start..<(word.end - 3) where bytes[index] == UInt8(ascii: ":") {
      guard bytes[index + 1] == UInt8(ascii: "/"), bytes[index + 2] == UInt8(ascii: "/"),
        bytes[word.start..<index].suffix(4).elementsEqual("http".utf8)
          || bytes[word.start..<index].suffix(5).elementsEqual("https".utf8)
      else { continue }
      return index + 3
    }
    return nil
  }

  private static func isRepository(_ rest: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: rest, as: UTF8.self)
    return text.holds(".git") || text.holds("git.") || text.holds("github")
      || text.holds("gitlab") || text.holds("bitbucket")
  }

  private static func speaksOfSecret(_ text: String) -> Bool {
    let name = text.uppercased()
    return name.holds("TOKEN") || name.holds("SECRET") || name.holds("PASS") || name.holds("PAT")
      || name.holds("KEY")
  }

  private static func isPassword(_ text: String) -> Bool {
    !text.isEmpty && !text.isPlaceholder
      && !["password", "pass", "secret", "token", "x-oauth-basic"].contains(text.lowercased())
  }
}
