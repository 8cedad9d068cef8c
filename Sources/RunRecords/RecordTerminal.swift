import BuildExecution

/// What a report writes to standard output, in a file. Its notes are events, which are kept elsewhere.
struct RecordTerminal: Terminal {
  let file: RecordFile

  func isInteractive(_ stream: StandardStream) -> Bool { false }

  func write(_ bytes: ArraySlice<UInt8>, to stream: StandardStream) throws {
    if stream == .output { file.append(bytes) }
  }
}
