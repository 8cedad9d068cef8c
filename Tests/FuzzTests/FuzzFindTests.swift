import PipelineChecks
import TestSupport
import Testing

/// The questions of the fuzzer, asked of inputs that once got a wrong answer and of those it starts
/// from.
@Suite struct FuzzFindTests {
  static let finds = files(in: "Fixtures/fuzz")
  static let seeds = files(in: "Fixtures/lint/err", ending: "ml")

  @Test(arguments: finds + seeds)
  func `reading, reporting and fixing hold what they promise`(_ path: String) throws {
    #expect(PipelineCheck(try TestFiles.read(Snapshot.path(path))).complaints == [])
  }

  private static func files(in folder: String, ending: String = "") -> [String] {
    TestFiles.list(Snapshot.path(folder)).filter { $0.hasSuffix(ending) }.map { "\(folder)/\($0)" }
  }
}
