package import BuildPlanning

/// The values of a build could not be fetched, and it is not the build's fault.
package struct FetchFailure: Error, CustomStringConvertible {
  package var reason: String
  /// What was to be fetched; not empty.
  package var references: [PlannedReference]

  package var description: String {
    let first = references.first.map(\.description) ?? ""
    let others = references.count > 1 ? " and \(references.count - 1) more" : ""
    return
      "cannot fetch \(first)\(others): \(reason); values can be given with --secret NAME=VALUE "
      + "or --secret-file FILE"
  }
}
