import BuildExecution

/// Reads the steps and results of runtimes, cache, artifacts and reports.
enum RecordedSteps {
  /// - Returns: `nil` for an event that is not known.
  static func event(_ line: RecordedObject) throws(RecordDamage) -> RunEvent? {
    switch try line.text("event") {
    case "runtimeStep": return try RecordedRuntimes.step(line).map { .runtimeStep($0) }
    case "parityCompared": return .parityCompared(try RecordedParity.findings(line))
    case "cacheStep": return try cache(line).map { .cacheStep($0) }
    case "artifactStep": return try artifact(line).map { .artifactStep($0) }
    case "artifactReady":
      return .artifactReady(
        ArtifactResult(
          identifier: line.optionalText("identifier"), name: line.optionalText("name"),
          fileCount: try line.number("files"), folder: line.optionalText("folder"),
          archive: line.optionalText("archive")))
    case "reportReady":
      return .reportReady(
        ReportResult(
          group: try line.text("group"), format: try line.text("format"),
          fileCount: try line.number("files"), folder: line.optionalText("folder")))
    default: return nil
    }
  }

  private static func cache(_ line: RecordedObject) throws(RecordDamage) -> CacheStep? {
    let key = line.optionalText("key")
    return switch try line.text("step") {
    case "undefined": .undefined
    case "expanded": .expanded(try line.text("path"))
    case "downloading": .downloading
    case "unarchiving": .unarchiving
    case "skippingEntry": .skippingEntry(try line.text("path"))
    case "restored": .restored(key: key)
    case "missed": .missed(key: key)
    case "uploading": .uploading
    case "saved": .saved(key: key)
    case "alreadySaved": .alreadySaved(key: key)
    case "nothingToSave": .nothingToSave
    default: nil
    }
  }

  private static func artifact(_ line: RecordedObject) throws(RecordDamage) -> ArtifactStep? {
    switch try line.text("step") {
    case "report": .report(try line.text("group"))
    case "secondary": .secondary(try line.text("identifier"))
    case "expandingBase": .expandingBase(try line.text("path"))
    case "expandingFiles": .expandingFiles(base: try line.text("path"))
    case "expanding": .expanding(try line.text("path"))
    case "skipping": .skipping(try line.text("path"))
    case "folderNamed": .folderNamed(try line.text("path"))
    case "linkLeftOut": .linkLeftOut(try line.text("path"))
    case "linkNotFollowed": .linkNotFollowed(try line.text("path"))
    case "found": .found(try line.number("files"))
    case "collision":
      .collision(
        name: try line.text("name"), kept: try line.text("kept"), dropped: try line.text("dropped"))
    default: nil
    }
  }
}
