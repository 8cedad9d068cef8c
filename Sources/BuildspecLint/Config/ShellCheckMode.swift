/// Whether `lint` asks ShellCheck.
package enum ShellCheckMode: String, CaseIterable, Sendable {
  /// When it is installed.
  case auto
  /// Always; it must be installed.
  case on
  case off
}
