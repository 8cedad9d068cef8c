/// A buildspec file as CodeBuild understands it. Every part knows its place; what is absent or of
/// the wrong kind is `nil` or empty, and the reason is among the problems found while decoding.
package struct Buildspec: Hashable, Sendable {
  /// The text of `version`, such as `0.2`.
  package var version: Located<String>?
  /// `run-as` of the whole file.
  package var runAs: Located<String>?
  package var env: EnvironmentSection?
  package var proxy: ProxySection?
  /// In the order of the file; CodeBuild runs them in its own order.
  package var phases: [Phase] = []
  package var reports: [ReportGroup] = []
  package var artifacts: Artifacts?
  package var cache: CacheSection?
  package var batch: Batch?

  package init() {}

  /// Whether the file asks for version 0.1, where each command runs in a shell of its own.
  package var isVersion01: Bool { version?.value == "0.1" }

  package func phase(_ name: PhaseName) -> Phase? {
    phaseIndex(name).map { phases[$0] }
  }

  /// The place of the phase in `phases`; for those who would not copy a phase to look at it.
  package func phaseIndex(_ name: PhaseName) -> Int? {
    // `lastIndex(where:)` copies each phase on its way.
    for index in phases.indices.reversed() where phases[index].name == name { return index }
    return nil
  }
}
