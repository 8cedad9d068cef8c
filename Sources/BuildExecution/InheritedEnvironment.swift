/// What the commands of a host build inherit from the environment of the tool.
///
/// All of it, as users of a host engine expect (`PATH`, `JAVA_HOME`, `AWS_*`, proxies, ...), but for:
/// - `CODEBUILD_*`: the build sets its own, and a build inside a build must not see the outer one's;
/// - `BUILDSPEC_*`: settings of this tool;
/// - the variables by which git tells its hooks where the repository is: a build started from a hook
///   would work on the user's repository instead of its copy;
/// - what shells keep for themselves.
enum InheritedEnvironment {
  private static let prefixes = ["CODEBUILD_", "BUILDSPEC_"]
  private static let names: Set<String> = [
    "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_COMMON_DIR", "GIT_DIR", "GIT_INDEX_FILE",
    "GIT_INTERNAL_SUPER_PREFIX", "GIT_NAMESPACE", "GIT_OBJECT_DIRECTORY", "GIT_PREFIX",
    "GIT_QUARANTINE_PATH", "GIT_WORK_TREE", "OLDPWD", "PWD", "SHLVL", "_",
  ]

  static func filter(_ environment: [String: String]) -> [String: String] {
    environment.filter { name, _ in
      !names.contains(name) && !prefixes.contains { name.hasPrefix($0) }
    }
  }
}
