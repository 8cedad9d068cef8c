import BuildExecution
import BuildPlanning

/// What git tells of the source, and the secondary sources.
struct RunSources {
  let facts: SourceFacts
  let checkout: GitCheckout?
  let secondary: [(source: SecondarySource, facts: SourceFacts)]
}
