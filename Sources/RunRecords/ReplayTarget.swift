package import BuildExecution
package import Reporting

/// Where a run is told again.
package enum ReplayTarget {
  /// The lines of events, which are kept as they were.
  case lines(RunJSONLines)
  case report(any RunEventSink)
}
