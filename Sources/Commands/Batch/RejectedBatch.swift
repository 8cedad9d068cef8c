import BuildExecution
import BuildPlanning
import Reporting

/// A batch that cannot be run, since its buildspec or one of its builds' cannot be used.
struct RejectedBatch {
  private let files: [FileFindings]
  /// Hides the secrets that were given.
  private let mask: SecretMask

  init(_ files: [FileFindings], _ ground: RunGround) {
    self.files = files
    mask = SecretMask(ground.variables.secrets.map(\.value))
  }

  /// The findings, for standard error.
  func findings(style: Style) -> String {
    mask.masked(FindingsReport.render(files, as: .text, style: style))
  }
}
