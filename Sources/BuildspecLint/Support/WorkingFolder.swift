import Diagnostics
import ShellSyntax

/// The folder in which a command runs, as far as the file tells it: a path below a base.
struct WorkingFolder {
  /// A step down, and where the file takes it.
  struct Step {
    var name: String
    var place: SourceRange
  }

  private(set) var steps: [Step] = []
  /// Whether the base is the folder of the source.
  private(set) var isBelowSource = true
  /// Names that a command has made since the folder was entered, which may lie in it.
  private var made: [String] = []
  /// Whether something else than `cd` has run in the folder.
  var isUsed = false

  /// The folder cannot be told any more.
  mutating func forget() {
    self = WorkingFolder()
    isBelowSource = false
  }

  /// Takes note of a command that may make folders.
  mutating func use(_ command: ShellCommand) {
    isUsed = true
    guard let name = command.name, Self.makers.contains(name) else { return }
    made += command.arguments.map(\.literalPrefix)
  }

  /// The step that a path would take for the second time.
  func repeated(_ path: [String]) -> Step? {
    guard isUsed, let first = path.first, !made.contains(where: { $0.holds(first) }) else {
      return nil
    }
    return steps.last { $0.name == first }
  }

  mutating func enter(_ path: [String], at place: SourceRange) {
    isUsed = false
    for name in path where name != "." {
      if name != ".." {
        steps.append(Step(name: name, place: place))
      } else if steps.popLast() == nil {
        forget()
      }
    }
  }

  /// Goes to a path below the folder of the source.
  mutating func enterSource(_ path: [String], at place: SourceRange) {
    self = WorkingFolder()
    enter(path, at: place)
  }

  private static let makers = [
    "mkdir", "git", "unzip", "tar", "cp", "mv", "npx", "npm", "cdk", "django-admin", "rails",
    "dotnet", "cargo", "svn", "hg",
  ]
}
