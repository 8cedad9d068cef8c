package import BuildPlanning

/// What an engine may tell, and who may end it, while it opens a shell and after.
package struct EngineContext: Sendable {
  /// Gets the bytes of all scripts and of what they left behind, one call at a time.
  package let output: @Sendable (ArraySlice<UInt8>) -> Void
  package let notice: @Sendable (PlanNotice) -> Void
  package let stop: StopControl
}
