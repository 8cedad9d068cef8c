/// Names of files for services that know them relative to the root of a repository.
package struct ReportPaths: Sendable {
  /// The current folder without links, or nil when there is none to be relative to.
  private let root: String?
  /// The path of an existing file without links.
  private let resolve: @Sendable (String) -> String?

  package init(
    root: String? = nil, resolve: @escaping @Sendable (String) -> String? = { _ in nil }
  ) {
    self.root = root
    self.resolve = resolve
  }

  /// The path relative to the current folder, without `./`. A link is followed only when it leads to
  /// a file inside the folder: services show no findings in links, and none in files outside.
  func relative(_ path: String) -> String {
    if let target = resolve(path), let inner = inside(target) { return inner }
    let plain = Self.normalized(path)
    return inside(plain) ?? plain
  }

  private func inside(_ path: String) -> String? {
    guard let root else { return nil }
    let prefix = root.hasSuffix("/") ? root : root + "/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : nil
  }

  private static func normalized(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }
}
