import Diagnostics

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The patterns of one `.gitignore`, as gitignore(5) describes them.
struct IgnoreFile {
  private struct Pattern {
    var glob: String
    var isNegated: Bool
    var isFolderOnly: Bool
    /// Whether the pattern is matched against the whole path below the file's folder.
    var isAnchored: Bool
  }

  /// The folder of the file, relative to the root of the search; empty for the root.
  private let folder: String
  private let patterns: [Pattern]

  /// `nil` when there is no such file or it holds no patterns.
  init?(path: String, folder: String) {
    guard access(path, R_OK) == 0, let source = try? SourceReader.read(path) else { return nil }
    let patterns = (1...source.lines.count).compactMap {
      Self.pattern(source.text(source.range(ofLine: $0)))
    }
    guard !patterns.isEmpty else { return nil }
    self.folder = folder
    self.patterns = patterns
  }

  /// Whether the files, outermost first, ignore a path relative to the root of the search. The last
  /// pattern that matches decides.
  static func isIgnored(_ path: String, isFolder: Bool, by files: [IgnoreFile]) -> Bool {
    for file in files.reversed() {
      if let verdict = file.verdict(path, isFolder: isFolder) { return verdict }
    }
    return false
  }

  private func verdict(_ path: String, isFolder: Bool) -> Bool? {
    let inner = folder.isEmpty ? path[...] : path.dropFirst(folder.count + 1)
    let name = inner.split(separator: "/").last ?? inner
    for pattern in patterns.reversed() where !pattern.isFolderOnly || isFolder {
      let subject = pattern.isAnchored ? inner : name
      if Self.matches(pattern.glob[...], subject) { return !pattern.isNegated }
    }
    return nil
  }

  private static func pattern(_ line: String) -> Pattern? {
    var text = line[...]
    while text.last == " " { text = text.dropLast() }
    if text.isEmpty || text.hasPrefix("#") { return nil }
    let isNegated = text.hasPrefix("!")
    if isNegated { text = text.dropFirst() }
    let isFolderOnly = text.hasSuffix("/")
    if isFolderOnly { text = text.dropLast() }
    let isAnchored = text.contains("/")
    if text.hasPrefix("/") { text = text.dropFirst() }
    return Pattern(
      glob: String(text), isNegated: isNegated, isFolderOnly: isFolderOnly,
      isAnchored: isAnchored)
  }

  /// Component by component: `**` stands for any number of them, the rest is fnmatch(3)'s.
  static func matches(_ glob: Substring, _ path: Substring) -> Bool {
    let (pattern, restOfPattern) = firstComponent(glob)
    if pattern == "**" {
      guard let restOfPattern else { return true }
      if matches(restOfPattern, path) { return true }
      guard let restOfPath = firstComponent(path).rest else { return false }
      return matches(glob, restOfPath)
    }
    let (name, restOfPath) = firstComponent(path)
    guard fnmatch(String(pattern), String(name), 0) == 0 else { return false }
    switch (restOfPattern, restOfPath) {
    case (nil, nil): return true
    case (let pattern?, let path?): return matches(pattern, path)
    default: return false
    }
  }

  private static func firstComponent(_ path: Substring) -> (first: Substring, rest: Substring?) {
    guard let slash = path.firstIndex(of: "/") else { return (path, nil) }
    return (path[..<slash], path[path.index(after: slash)...])
  }
}
