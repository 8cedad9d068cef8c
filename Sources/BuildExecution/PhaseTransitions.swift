import BuildPlanning
import BuildspecModel

/// What the failure of a phase leads to. All choices about it stand here.
///
/// The service's documentation leaves some cases open. This is how they are read:
/// - `ABORT` ends the build: neither later phases nor UPLOAD_ARTIFACTS run.
/// - A failure under `CONTINUE` does not by itself fail the build, yet
///   `CODEBUILD_BUILD_SUCCEEDING` is 0 from then on.
/// - `CODEBUILD_BUILD_SUCCEEDING` is 0 already in the `finally` of the phase that fails.
/// - `finally` stops at its first failing command too. When both lists fail, the phase's message is
///   about the first failure.
enum PhaseTransitions {
  /// Whether the build goes on after `phase` has failed.
  static func goesOn(after phase: PhaseName, policy: FailurePolicy) -> Bool {
    switch policy {
    case .abort: false
    case .continue: true
    case .standard: phase == .build || phase == .postBuild
    }
  }

  /// Whether a failing phase makes the build FAILED.
  static func failsBuild(_ policy: FailurePolicy) -> Bool { policy != .continue }
}
