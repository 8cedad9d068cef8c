import BuildspecLint
import Diagnostics
import Reporting

/// A config file that was read.
struct ConfigFile {
  /// What is wrong with it; `nil` when nothing is.
  let mistakes: FileFindings?
  let config: LintConfig
  /// Its folder, without a slash at the end.
  private let folder: String
  /// What it says of the project; the path is taken from its folder.
  let project: ProjectChoice

  init(_ source: SourceText, folder: String) {
    let (config, findings) = LintConfig.read(source)
    self.config = config
    self.folder = folder
    project = ProjectChoice(
      file: config.project.map { Self.path($0, beside: source.path) }, image: config.image)
    mistakes = findings.isEmpty ? nil : FileFindings(source: source, diagnostics: findings)
  }

  private static func path(_ path: String, beside file: String) -> String {
    guard !path.hasPrefix("/") else { return path }
    return (file.lastIndex(of: "/").map { String(file[...$0]) } ?? "./") + path
  }

  /// The rules that are off in a file, by its absolute path. A pattern with a slash is matched against
  /// the path below the folder of the config, others against the name.
  func ignores(for path: String) -> [RuleSelector] {
    guard !config.fileIgnores.isEmpty, path.hasPrefix(folder + "/") else { return [] }
    let inner = path.dropFirst(folder.utf8.count + 1)
    let name = inner.split(separator: "/").last ?? inner
    return config.fileIgnores.flatMap { entry in
      let pattern = entry.pattern.hasPrefix("/") ? entry.pattern.dropFirst() : entry.pattern[...]
      let subject = entry.pattern.contains("/") ? inner : name
      return IgnoreFile.matches(pattern, subject) ? entry.rules : []
    }
  }
}
