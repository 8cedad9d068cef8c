import SystemPackage

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Finds buildspec files: paths as they are, and in folders by name and by content.
struct BuildspecFinder {
  /// Files in the order of the arguments, those of a folder sorted. A path that does not exist is
  /// left to the reader, which says so.
  func files(in paths: [String]) throws(ToolError) -> [String] {
    var files: [String] = []
    for path in paths.isEmpty ? ["."] : paths {
      if path == SourceReader.standardInput {
        throw .usage("- (standard input) must be the only path")
      }
      if Self.isNamedAsFile(path) || !Self.isFolder(path) {
        files.append(path)
        continue
      }
      let found = search(path == "." ? "" : path)
      if found.isEmpty, !paths.isEmpty {
        throw .usage("\(path): no buildspec found in this folder")
      }
      files += found
    }
    return files
  }

  private func search(_ root: String) -> [String] {
    var found: [String] = []
    var ignores: [IgnoreFile] = []
    visit(root, relative: "", &ignores, &found)
    return found
  }

  /// Walks one folder. Links are not followed, so there are no cycles.
  private func visit(
    _ path: String, relative: String, _ ignores: inout [IgnoreFile], _ found: inout [String]
  ) {
    let prefix = path.isEmpty || path.hasSuffix("/") ? path : path + "/"
    let count = ignores.count
    if let ignore = IgnoreFile(path: prefix + ".gitignore", folder: relative) {
      ignores.append(ignore)
    }
    defer { ignores.removeLast(ignores.count - count) }
    for (name, kind) in Self.entries(of: path.isEmpty ? "." : path) {
      let inner = relative.isEmpty ? name : relative + "/" + name
      guard !IgnoreFile.isIgnored(inner, isFolder: kind == .folder, by: ignores) else { continue }
      switch kind {
      case .folder where !Self.skippedFolders.contains(name):
        visit(prefix + name, relative: inner, &ignores, &found)
      case .file where isBuildspec(name, in: relative, at: prefix + name):
        found.append(prefix + name)
      default: break
      }
    }
  }

  /// Folders of tools, with copies of what others wrote.
  private static let skippedFolders = [".git", "node_modules", ".terraform"]

  private func isBuildspec(_ name: String, in folder: String, at path: String) -> Bool {
    guard BuildspecSniffer.isCandidate(name) else { return false }
    if BuildspecSniffer.isNamedAsYAML(name) {
      if name.hasPrefix("buildspec") { return true }
      let parent = folder.split(separator: "/").last
      if parent == "buildspec" || parent == "buildspecs" { return true }
    }
    return BuildspecSniffer.holdsBuildspec(path)
  }

  private enum Kind { case file, folder, other }

  private static func entries(of folder: String) -> [(name: String, kind: Kind)] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var entries: [(name: String, kind: Kind)] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { entries.append((name, kind(of: folder + "/" + name))) }
    }
    return entries.sorted { $0.name < $1.name }
  }

  private static func kind(of path: String) -> Kind {
    var info = stat()
    guard lstat(path, &info) == 0 else { return .other }
    switch info.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  /// Such a path is not looked at here: hooks name hundreds, and the reader refuses a folder.
  private static func isNamedAsFile(_ path: String) -> Bool {
    BuildspecSniffer.isNamedAsYAML(path)
  }

  private static func isFolder(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }
}
