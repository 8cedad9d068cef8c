import ArgumentParser
import BuildspecLint
import BuildspecModel
import EmbeddedBuildspecs

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension ShellCheckMode: ExpressibleByArgument {}

/// Whether ShellCheck is wanted: the flag comes over `BUILDSPEC_SHELLCHECK`, which comes over the
/// config file of the buildspec.
struct ShellCheckChoice: Sendable {
  /// `nil` when the config file decides.
  private let given: ShellCheckMode?
  /// Looked for only when somebody may want it.
  private let store: ShellCheckStore?

  private static let variable = "BUILDSPEC_SHELLCHECK"

  init(_ flag: ShellCheckMode?) throws(ToolError) {
    given = if let flag { flag } else { try Self.fromEnvironment() }
    guard given != .off else {
      store = nil
      return
    }
    store = ShellCheckStore(ShellCheckProgram.find().map { ShellCheckRunner(program: $0) })
    if given == .on { _ = try wanted(by: nil) }
  }

  /// Asks about the scripts of all files at once, before they are linted: to start ShellCheck takes
  /// longer than to read a script.
  func askAhead(_ paths: [String], _ settings: LinterSettings) throws(ToolError) {
    guard let store, store.isInstalled else { return }
    let linters = LinterCache(settings)
    var scripts: [ShellCheckScript] = []
    for path in paths {
      let source = try SourceReader.read(path)
      let linter = try linters.linter(of: source)
      guard linter.context.shellCheck != nil, linter.configMistakes == nil else { continue }
      for text in Template(source)?.buildspecs.map(\.source) ?? [source] {
        let file = BuildspecFile(source: text)
        scripts += ShellReading(file, linter.context.project).shellCheckScripts
      }
    }
    _ = store.comments(on: scripts)
  }

  /// What to ask for a file with this config; `nil` when ShellCheck is not wanted or not installed.
  func wanted(by config: ShellCheckMode?) throws(ToolError) -> ShellCheckStore? {
    let mode = given ?? config ?? .auto
    guard mode != .off, let store else { return nil }
    if store.isInstalled { return store }
    guard mode == .on else { return nil }
    throw ToolError(
      .fault, "ShellCheck is not installed: there is no `\(ShellCheckProgram.name)` on PATH")
  }

  private static func fromEnvironment() throws(ToolError) -> ShellCheckMode? {
    guard let value = getenv(variable), value[0] != 0 else { return nil }
    let word = String(cString: value)
    if let mode = ShellCheckMode(rawValue: word) { return mode }
    throw .usage("\(variable)=\(word): write auto, on or off")
  }
}
