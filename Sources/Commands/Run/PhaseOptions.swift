import ArgumentParser
import BuildPlanning
import BuildspecModel

/// Flags of `run` and `plan` about the phases.
struct PhaseOptions: ParsableArguments {
  @Option(
    parsing: .singleValue,
    help: "Run only this phase. Can be given more than once.")
  var phase: [PhaseName] = []

  @Option(help: "Run from this phase on.")
  var from: PhaseName?

  @Option(help: "Run up to this phase.")
  var until: PhaseName?

  @Option(parsing: .singleValue, help: "Leave this phase out. Can be given more than once.")
  var skip: [PhaseName] = []

  var selection: PhaseSelection {
    var selection = PhaseSelection()
    selection.only = phase
    selection.first = from
    selection.last = until
    selection.skipped = skip
    return selection
  }
}

extension PhaseName: ExpressibleByArgument {
  /// Accepts the names of logs too, such as `PRE_BUILD`.
  package init?(argument: String) {
    self.init(rawValue: argument.lowercased())
  }
}
