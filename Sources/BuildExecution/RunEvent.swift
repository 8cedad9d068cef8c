package import BuildPlanning

/// One step of a build. All that is shown, stored or sent is made from the stream of these alone.
package enum RunEvent: Sendable {
  case buildStarted(BuildStart)
  /// The source is in its place and the first command can run.
  case sourceReady(SourceReady)
  case phaseStarted(BuildPhase)
  /// A phase that the user left out with `option`.
  case phaseSkipped(BuildPhase, option: String)
  case commandStarted(PlannedCommand, phase: BuildPhase)
  /// Bytes of a command, in the order they were written, cut anywhere.
  case output(ArraySlice<UInt8>)
  case commandFinished(CommandResult)
  case phaseFinished(PhaseResult)
  case notice(PlanNotice)
  case runtimeStep(RuntimeStep)
  case cacheStep(CacheStep)
  case artifactStep(ArtifactStep)
  case artifactReady(ArtifactResult)
  case reportReady(ReportResult)
  /// How near the build came to one on the service; the last event but one.
  case parityCompared([ParityFinding])
  case buildFinished(BuildResult)
}
