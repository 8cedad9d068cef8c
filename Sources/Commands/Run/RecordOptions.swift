import ArgumentParser

/// Flags of `run` and `batch` about their records.
struct RecordOptions: ParsableArguments {
  @Flag(help: "Leave no record in .buildspec.")
  var noRecord = false

  @Option(
    help: ArgumentHelp(
      "Room that the record of a build takes for the output of commands.", valueName: "size"))
  var recordLimit = ByteSize.recordLimit

  /// Bytes of output in the record of a build; `nil` when nothing is recorded.
  var limit: Int? { noRecord ? nil : recordLimit.bytes }
}
