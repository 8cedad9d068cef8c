import BuildspecLint

/// Makes the linter of each file, and remembers what the files of one folder share. Each thread has
/// one of its own.
final class LinterCache {
  private let settings: LinterSettings
  private let roots = SourceRootCache()

  init(_ settings: LinterSettings) {
    self.settings = settings
  }

  func linter(for path: String) -> FileLinter {
    let roots = roots
    let context = LintContext { roots.root(of: path).contains($0) }
    return FileLinter(context: context, policy: policy, baseline: settings.baseline)
  }

  /// For standard input, which has no source around it.
  func standardInput() -> FileLinter {
    FileLinter(policy: policy, baseline: settings.baseline)
  }

  private var policy: LintPolicy {
    LintPolicy(honorsIgnores: settings.request.honorsIgnores)
  }
}
