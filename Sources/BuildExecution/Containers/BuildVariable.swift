import BuildPlanning

/// Which variables a shell can be given by `export`.
enum BuildVariable {
  /// Names of what shells do not let anybody set.
  private static let readOnly: Set<String> = ["BASHOPTS", "EUID", "PPID", "SHELLOPTS", "UID"]

  static func isExportable(_ name: String) -> Bool {
    ShellName.isValid(name) && !readOnly.contains(name)
  }
}
