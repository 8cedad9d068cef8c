import BuildExecution
import BuildPlanning
import SystemPackage

/// The secondary sources, from `--source`.
struct GivenSources {
  let host: Host

  /// - Parameter texts: `ID=DIR` each.
  func read(
    _ texts: [String]
  ) async throws(ToolError) -> [(source: SecondarySource, facts: SourceFacts)] {
    var sources: [(source: SecondarySource, facts: SourceFacts)] = []
    for text in texts {
      let (identifier, directory) = try parts(text)
      guard !sources.contains(where: { $0.source.identifier == identifier }) else {
        throw .usage("--source \(text): there is a source \(identifier) already")
      }
      guard let folder = (try? host.files.resolve(FilePath(directory))) ?? nil,
        (try? host.files.status(folder))??.kind == .folder
      else { throw .usage("--source \(text): no such folder") }
      let inspected = await SourceInspector(host: host).inspect(folder, named: directory)
      sources.append(
        (
          SecondarySource(identifier: identifier, folder: folder, checkout: inspected.checkout),
          inspected.facts
        ))
    }
    return sources
  }

  private func parts(_ text: String) throws(ToolError) -> (String, String) {
    guard let equals = text.firstIndex(of: "="), text[equals...].count > 1 else {
      throw .usage("--source \(text): expected ID=DIR")
    }
    let identifier = String(text[..<equals])
    guard PlannedSecondarySource.isValid(identifier) else {
      throw .usage(
        "--source \(text): an identifier has less than 128 letters, digits and underscores")
    }
    return (identifier, String(text[text.index(after: equals)...]))
  }
}
