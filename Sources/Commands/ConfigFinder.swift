import BuildspecLint
import Diagnostics
import SystemPackage

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Finds the config file of a buildspec: the nearest one in its folder and above, as far as the root of
/// its repository. Where there is none, each folder costs one attempt to open a file.
final class ConfigFinder {
  /// The current folder, for paths that are relative to it.
  private let here: String
  /// Folders as they were given, with their absolute paths. Most files share one with the one before.
  private var absoluteFolders: [AbsoluteFolder] = []
  /// What was found for the files of a folder as it was given, with its slash.
  private var given: [FolderConfig] = []
  /// What was found from a folder on.
  private var found: [FolderConfig] = []

  // Structures, since the first list of some tuples costs the start a type that has to be made.
  private struct AbsoluteFolder {
    var given: Substring
    var absolute: String
  }

  private struct FolderConfig {
    var folder: Substring
    var config: ConfigFile?
  }

  init() {
    let buffer = getcwd(nil, 0)
    here = buffer.map { String(cString: $0) } ?? ""
    free(buffer)
  }

  /// An absolute path without `.` and `..`.
  func absolute(_ path: String) -> String {
    guard let slash = path.lastSlash else {
      return Self.join(here, path)
    }
    let name = path[path.index(after: slash)...]
    return Self.join(absolute(folder: path[...slash]), String(name))
  }

  private func absolute(folder: Substring) -> String {
    if let known = absoluteFolders.last(where: { $0.given == folder }) { return known.absolute }
    let path = FilePath(here).pushing(FilePath(String(folder))).lexicallyNormalized().string
    absoluteFolders.append(AbsoluteFolder(given: folder, absolute: path))
    return path
  }

  private static func join(_ folder: String, _ name: String) -> String {
    folder == "/" ? "/" + name : folder + "/" + name
  }

  /// The config of a file. The path is as it was given: to make it absolute takes longer than to see
  /// that the file before it lay in the same folder.
  func config(of path: String) throws(ToolError) -> ConfigFile? {
    let folder = path[..<(path.lastSlash.map(path.utf8.index(after:)) ?? path.startIndex)]
    if let known = given.last(where: { $0.folder == folder }) { return known.config }
    let config = try config(in: Self.parent(of: absolute(path)[...]))
    given.append(FolderConfig(folder: folder, config: config))
    return config
  }

  /// A config file that was named.
  func read(_ path: String) throws(ToolError) -> ConfigFile {
    ConfigFile(
      try SourceReader.read(path), folder: String(Self.parent(of: absolute(path)[...])))
  }

  private func config(in folder: Substring) throws(ToolError) -> ConfigFile? {
    // The files of a folder come one after the other, so the search is short.
    if let known = found.last(where: { $0.folder == folder }) { return known.config }
    var config = try own(folder)
    if config == nil { config = try above(folder) }
    found.append(FolderConfig(folder: folder, config: config))
    return config
  }

  private func own(_ folder: Substring) throws(ToolError) -> ConfigFile? {
    let path = "\(folder)/\(LintConfig.fileName)"
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor >= 0 {
      close(descriptor)
    } else if errno != EACCES || access(path, F_OK) != 0 {
      return nil
    }
    let shown = path.hasPrefix(here + "/") ? String(path.dropFirst(here.utf8.count + 1)) : path
    let source = try SourceReader.read(path)
    return ConfigFile(SourceText(path: shown, bytes: source.bytes), folder: String(folder))
  }

  /// What lies above a repository is not its own. That is looked at only when there is something.
  private func above(_ folder: Substring) throws(ToolError) -> ConfigFile? {
    guard !folder.isEmpty, let config = try config(in: Self.parent(of: folder)) else { return nil }
    return access("\(folder)/.git", F_OK) == 0 ? nil : config
  }

  /// The path without its last component; empty for the root.
  private static func parent(of path: Substring) -> Substring {
    path[..<(path.lastSlash ?? path.startIndex)]
  }
}
