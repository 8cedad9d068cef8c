import TestSupport
import Testing

extension Tool {
  /// Runs the tool in a folder whose `tmp` is `TMPDIR`, in which nothing must stay.
  static func runCleanly(
    _ arguments: [String], in folder: TemporaryDirectory, environment: [String: String] = [:],
    input: String = ""
  ) async throws -> Outcome {
    let own = ["TMPDIR": folder.file("tmp")].merging(environment) { _, given in given }
    let outcome = try await run(arguments, in: folder.path, environment: own, input: input)
    #expect(folder.names("tmp") == [], "nothing stays in TMPDIR")
    return outcome
  }
}
