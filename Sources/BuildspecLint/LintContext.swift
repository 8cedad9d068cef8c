package import BuildspecModel

/// What rules may know besides the file itself. A class, since every rule is given it.
package final class LintContext {
  /// Whether a path relative to the root of the source exists; `nil` when there is no source, as
  /// for standard input.
  package var fileExists: ((String) -> Bool)?

  /// Reads another buildspec of the source, by its path relative to the root; `nil` for what is not
  /// there, is larger than any buildspec, lies outside of the source or is the file itself. No
  /// closure where there is no source.
  package var buildspec: ((String) -> BuildspecFile?)?

  /// The project that reads the file, when it is known.
  package var project: BuildProject?

  /// The commands of the file as scripts; the linter reads them when they are not given.
  package var shell: ShellReading?

  /// The context with the commands of a file.
  func reading(_ file: BuildspecFile) -> LintContext {
    let context = copy()
    context.shell = shell ?? ShellReading(file, project)
    return context
  }

  /// One of its own that knows the same.
  func copy() -> LintContext {
    let copy = LintContext(fileExists: fileExists, project: project)
    copy.buildspec = buildspec
    copy.shell = shell
    copy.shellCheck = shellCheck
    copy.isFinal = isFinal
    return copy
  }

  /// What ShellCheck says of scripts; `nil` when it cannot be asked.
  package typealias ShellCheck = ([ShellCheckScript]) -> [ShellCheckScript: [ShellCheckComment]]?

  /// `nil` when ShellCheck is not wanted.
  package var shellCheck: ShellCheck?

  /// Whether the batch is read as it stands. A lint lets `$NAME` pass where a template may put a real
  /// word in; who would start the batch has no other word.
  package var isFinal = false

  package init(fileExists: ((String) -> Bool)? = nil, project: BuildProject? = nil) {
    self.fileExists = fileExists
    self.project = project
  }
}
