import BuildspecLint
import BuildspecModel
import Diagnostics

/// Makes the linter of each file, and remembers what the files of one folder share. Each thread has
/// one of its own.
final class LinterCache {
  private let settings: LinterSettings
  private let roots = SourceRootCache()
  private let configs = ConfigFinder()
  /// Projects that config files tell of.
  private var projects: [String: BuildProject] = [:]

  init(_ settings: LinterSettings) {
    self.settings = settings
  }

  func linter(of source: SourceText) throws(ToolError) -> FileLinter {
    let (roots, path) = (roots, source.path)
    let linter = try linter(ofStandardInput: source)
    linter.context.fileExists = { roots.root(of: path).contains($0) }
    // What a file names; several rules ask for it.
    var known: [String: BuildspecFile?] = [:]
    linter.context.buildspec = { name in
      if let file = known[name] { return file }
      let file = roots.root(of: path).buildspec(name, besides: path)
      known[name] = .some(file)
      return file
    }
    return linter
  }

  /// For standard input, which has a name but no source around it.
  func linter(ofStandardInput source: SourceText) throws(ToolError) -> FileLinter {
    let request = settings.request
    let linter = FileLinter(source, baseline: settings.baseline)
    linter.policy.honorsIgnores = request.honorsIgnores
    linter.policy.flags = request.rules
    linter.context.project = settings.project
    guard request.config != .none else { return try asking(linter, nil) }
    var found = settings.config
    if found == nil { found = try configs.config(of: source.path) }
    guard let config = found else { return try asking(linter, nil) }
    linter.configMistakes = config.mistakes
    linter.policy.config = config.config.choice
    linter.policy.fileIgnores = config.ignores(for: configs.absolute(source.path))
    if config.mistakes == nil { try addProject(of: config, to: linter.context) }
    return try asking(linter, config.config.shellCheck)
  }

  /// The linter, which asks ShellCheck where that is wanted.
  private func asking(
    _ linter: FileLinter, _ mode: ShellCheckMode?
  ) throws(ToolError) -> FileLinter {
    if let store = try settings.shellCheck.wanted(by: mode) {
      linter.context.shellCheck = store.comments
    }
    return linter
  }

  /// Adds what a config file tells of the project and the flags do not.
  private func addProject(
    of config: ConfigFile, to context: LintContext
  ) throws(ToolError) {
    var choice = config.project
    guard choice != ProjectChoice(), settings.request.project.file == nil else { return }
    if let image = settings.request.project.image { choice.image = image }
    let key = "\(choice.file ?? "")\n\(choice.image ?? "")"
    if projects[key] == nil { projects[key] = try choice.read() }
    context.project = projects[key]
  }
}
