package import BuildPlanning
package import SystemPackage

/// Finds out what git knows of the source. A folder without git, or without a usable git, has no
/// facts; nothing is made up.
package struct SourceInspector: Sendable {
  package struct Inspected: Sendable {
    package var facts: SourceFacts
    /// `nil` when the folder is not in a git work tree.
    package var checkout: GitCheckout?
  }

  private let host: Host
  private let git: Git

  package init(host: Host) {
    self.host = host
    self.git = Git(host: host)
  }

  /// - Parameter name: the folder as the user named it.
  package func inspect(_ folder: FilePath, named name: String) async -> Inspected {
    var inspected = Inspected(facts: SourceFacts(directory: name), checkout: nil)
    guard isBelowGit(folder) else { return inspected }
    async let remote = git.lines(["config", "--get", "remote.origin.url"], in: folder)
    // HEAD comes last: without any commit the lines before it are still good.
    let lines = await git.lines(
      [
        "rev-parse", "--path-format=absolute", "--show-toplevel", "--git-dir", "--git-common-dir",
        "HEAD",
      ], in: folder)
    guard lines.count >= 3, lines[0].hasPrefix("/") else { return inspected }
    let checkout = GitCheckout(
      topLevel: FilePath(lines[0]), gitFolder: FilePath(lines[1]), commonFolder: FilePath(lines[2]))
    inspected.checkout = checkout
    inspected.facts.commit = lines.count > 3 ? commit(lines[3]) : nil
    inspected.facts.branch = branch(checkout)
    inspected.facts.repositoryURL = await remote.first.map(Self.withoutCredentials)
    return inspected
  }

  private func isBelowGit(_ folder: FilePath) -> Bool {
    var folder = folder
    while true {
      if (try? host.files.status(folder.appending(".git"))) ?? nil != nil { return true }
      guard folder.removeLastComponent() else { return false }
    }
  }

  private func commit(_ line: String) -> String? {
    line.count >= 40 && line.allSatisfy(\.isHexDigit) ? line : nil
  }

  private func branch(_ checkout: GitCheckout) -> String? {
    let head = try? host.files.read(checkout.gitFolder.appending("HEAD"))
    let prefix = "ref: refs/heads/"
    guard let line = head.map({ String(decoding: $0, as: UTF8.self) }), line.hasPrefix(prefix)
    else { return nil }
    return String(line.dropFirst(prefix.count).prefix { $0 != "\n" })
  }

  /// A URL without the user and password that may stand in front of its host.
  static func withoutCredentials(_ url: String) -> String {
    guard let scheme = url.firstRange(of: "://") else { return url }
    let rest = url[scheme.upperBound...]
    let authority = rest.prefix { $0 != "/" }
    guard let at = authority.lastIndex(of: "@") else { return url }
    return String(url[..<scheme.upperBound] + rest[rest.index(after: at)...])
  }
}
