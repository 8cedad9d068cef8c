import BuildExecution
import Reporting

/// A batch that cannot be run, since its buildspec or one of its builds' cannot be used.
struct RejectedBatch {
  let files: [FileFindings]
  /// Hides the secrets that were given.
  let mask: SecretMask

  /// The findings, for standard error.
  func findings(style: Style) -> String {
    mask.masked(FindingsReport.render(files, as: .text, style: style))
  }
}
