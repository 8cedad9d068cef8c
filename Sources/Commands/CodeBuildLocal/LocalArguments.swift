import BuildExecution
import BuildPlanning
import SystemPackage

/// From the flags of `codebuild_build.sh` to those of `run`.
struct LocalArguments {
  let options: CodeBuildLocalCommand
  let host: Host

  func make() throws(ToolError) -> [String] {
    // The form with a sign of equality takes values that begin with a dash.
    var arguments = ["--image=\(options.image)", "--artifacts=\(options.artifacts)"]
    arguments += ["--packaging=zip"]
    if let reports = options.reports { arguments.append("--reports=\(reports)") }
    if options.isPrivileged { arguments.append("--privileged") }
    if options.mounts { arguments.append("--in-place") }
    arguments += try sources()
    arguments += try variables()
    if let buildspec = options.buildspec { arguments.append("--file=\(try absolute(buildspec))") }
    return arguments
  }

  /// The first source is the primary one; the others have an identifier.
  private func sources() throws(ToolError) -> [String] {
    var arguments: [String] = []
    var hasPrimary = false
    for text in options.source {
      if let (identifier, directory) = secondary(text) {
        arguments.append("--source=\(identifier)=\(directory)")
      } else if hasPrimary {
        throw .usage("-s \(text): expected <identifier>:<dir> for a secondary source")
      } else {
        hasPrimary = true
        arguments.append("--directory=\(text)")
      }
    }
    return arguments
  }

  private func secondary(_ text: String) -> (String, String)? {
    guard let colon = text.firstIndex(of: ":"), text[colon...].count > 1 else { return nil }
    let identifier = String(text[..<colon])
    // A folder may have a colon in its name.
    let isFolder = ((try? host.files.statusFollowingLinks(FilePath(text))) ?? nil) != nil
    guard !isFolder, PlannedSecondarySource.isValid(identifier) else { return nil }
    return (identifier, String(text[text.index(after: colon)...]))
  }

  /// Unlike `run --env-file`, the script knows no quotes.
  private func variables() throws(ToolError) -> [String] {
    guard let file = options.envFile else { return [] }
    guard let bytes = try? host.files.read(FilePath(file)) else {
      throw .usage("-e \(file): cannot be read")
    }
    let text = String(decoding: bytes, as: UTF8.self)
    var arguments: [String] = []
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      if line.allSatisfy(\.isWhitespace) || line.hasPrefix("#") { continue }
      guard let equals = line.firstIndex(of: "="), equals > line.startIndex else {
        throw .usage("\(file):\(index + 1): expected VAR=VAL")
      }
      arguments.append("--env=\(line)")
    }
    return arguments
  }

  /// The script takes it from the current folder, `run` from that of the source.
  private func absolute(_ name: String) throws(ToolError) -> String {
    guard let path = (try? host.files.resolve(FilePath(name))) ?? nil else {
      throw .usage("-b \(name): no such file")
    }
    return path.string
  }
}
