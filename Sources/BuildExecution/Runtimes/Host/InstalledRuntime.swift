import SystemPackage

/// A runtime that was found on this machine.
struct InstalledRuntime {
  /// Such as `17.0.15`; may be only its begin, such as `3.11`, as long as nobody has asked the
  /// program.
  var version: String
  /// What people call it, such as `OpenJDK of Debian`; `nil` when the runtime's name says it.
  var name: String?
  /// Its program.
  var program: FilePath
  /// Folder to put first on `PATH`; `nil` when the program is found already.
  var folder: FilePath?
  /// Programs that have other names than those that commands call.
  var aliases: [String: FilePath] = [:]
  var variables: [String: String] = [:]
  /// Whether it is only near to what CodeBuild has, such as a JDK of somebody else.
  var isSubstitute = false
  /// Whether commands get it when nothing is done.
  var isCurrent = false
}
