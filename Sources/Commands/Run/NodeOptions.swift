import ArgumentParser
import BuildPlanning

/// Flags of `run` and `plan` that play one build of a fan-out.
struct NodeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Play one build of a fan-out of so many: codebuild-tests-run gives it its part of the tests.",
      valueName: "count"))
  var nodes: Int?

  @Option(help: ArgumentHelp("Which of them, from 1 on. (default: 1)", valueName: "number"))
  var node: Int?

  func validate() throws {
    guard let nodes else {
      if node != nil { throw ValidationError("--node needs --nodes") }
      return
    }
    guard nodes >= 1 else { throw ValidationError("--nodes \(nodes): expected a number from 1 on") }
    guard let node, !(1...nodes ~= node) else { return }
    throw ValidationError("--node \(node): expected a number from 1 to \(nodes)")
  }

  /// `nil` for a build that is no part of a fan-out.
  var shard: Shard? { nodes.map { Shard(number: node ?? 1, count: $0) } }
}
