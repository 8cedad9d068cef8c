import BuildspecModel
import Diagnostics
import ShellSyntax

/// Variables that the file uses and never sets.
enum UnsetVariable: ShellRule, OptionalRule {
  static let info = RuleInfo(
    "BS426", "unset-variable", .info,
    summary: "A variable is used that neither the file nor CodeBuild sets.",
    why: """
      It is empty unless the project, the pipeline or the image sets it, which the file does \
      not tell. Turn the rule on where the buildspec names all of its variables. One finding a \
      variable.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - IMAGE_TAG=latest
            - docker build -t "app:$IMAGE_TGA" .
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - IMAGE_TAG=latest
            - docker build -t "app:$IMAGE_TAG" .
      """,
    source: "Buildspec reference, env; environment variables in build environments, user guide.")

  static let signs: [StaticString] = ["$"]

  static func check(_ shell: ShellReading, _ file: BuildspecFile) -> [Diagnostic] {
    var known = ShellCheckVariables(file)
    var places: [String: [SourceRange]] = [:]
    for item in shell.items {
      for use in item.holds("$") ? uses(in: item) : [] where !known.isSet(use.name) {
        places[use.name, default: []].append(item.range(of: use.range))
      }
      known.add(item)
    }
    return places.flatMap { name, places in
      finding(
        "nothing sets `\(name)` before this", atAll: places,
        help: "set it under `env`, or write `${\(name):-}` where it may be empty")
    }
  }

  private static func uses(in item: ShellItem) -> [(name: String, range: SourceRange)] {
    var uses: [(name: String, range: SourceRange)] = []
    let own = ShellCheckVariables.assigned(in: item.command.text)
    for command in item.commands {
      command.forEachWord { word in
        word.forEachParameter { name, operation, range, _ in
          guard ShellName.isValid(name), !own.contains(name), !usual.contains(name),
            !name.hasPrefix("CODEBUILD_"), !isPrepared(operation)
          else { return }
          uses.append((name, range))
        }
      }
    }
    return uses
  }

  /// Whether the expansion says what to do when the variable is not set.
  private static func isPrepared(_ operation: String) -> Bool {
    operation.first.map { ":-=?+".contains($0) } ?? false
  }

  /// Set by the shell or by every image.
  private static let usual: Set<String> = [
    "PATH", "PWD", "OLDPWD", "USER", "LOGNAME", "SHELL", "HOSTNAME", "LANG", "TERM", "TMPDIR",
    "IFS", "PPID", "UID", "EUID", "RANDOM", "SECONDS", "LINENO", "PIPESTATUS", "FUNCNAME",
    "BASH_SOURCE", "BASH_VERSION", "BASH", "OSTYPE", "MACHTYPE", "HOSTTYPE", "REPLY", "OPTARG",
    "OPTIND", "JAVA_HOME", "GOPATH", "GOROOT", "LD_LIBRARY_PATH", "PYTHONPATH", "MAVEN_OPTS",
    "NODE_PATH", "ANDROID_HOME", "DOCKER_HOST",
  ]
}
