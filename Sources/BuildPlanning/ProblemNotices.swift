import BuildspecModel
import Diagnostics

/// One notice for each part of the file that was left out, since it is not of the shape that is read.
enum ProblemNotices {
  /// - Parameter ofBatch: whether to tell of the section `batch` or of all others.
  static func collect(
    _ problems: [SchemaProblem], source: SourceText, ofBatch: Bool = false
  ) -> [PlanNotice] {
    problems.compactMap { problem in
      guard problem.section.isBatch == ofBatch, let (key, message) = words(problem.kind) else {
        return nil
      }
      return PlanNotice(key: key, message: message, place: PlanPlace(problem.range, in: source))
    }
  }

  /// `nil` where nothing is lost.
  private static func words(_ kind: SchemaProblem.Kind) -> (key: String, message: String)? {
    switch kind {
    case .unknownKey(let name): (name, "the key is not known here and has no effect")
    case .wrongType(let key, _, let found): (key, "a \(found.rawValue) is not read here")
    case .notBoolean(let key, let text): (key, "'\(text)' is neither yes nor no and is not read")
    case .itemNotText(let key, let found): (key, "a \(found.rawValue) in the list is left out")
    case .command(.isNull, let index): ("commands[\(index)]", "the command is empty and left out")
    case .command(.isMapping, let index), .command(.isList, let index):
      ("commands[\(index)]", "the command is not text and left out")
    case .command(.isNotText, _), .noValue, .notInteger, .textForList: nil
    }
  }
}
