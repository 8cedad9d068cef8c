import BuildPlanning

/// `--offline`: what is not fetched has to be given.
enum OfflineCheck {
  static func check(_ plan: RunPlan) throws(ToolError) {
    guard plan.isOffline, !plan.references.isEmpty else { return }
    let missing = plan.references.map(\.description).joined(separator: ", ")
    throw .usage(
      "no value for \(missing): --offline fetches nothing; give it with --secret NAME=VALUE or "
        + "--secret-file FILE")
  }
}
