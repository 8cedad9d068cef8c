import BuildspecModel
import Diagnostics
import ShellSyntax

/// Docker commands in a build without a Docker daemon.
enum DockerUnprivileged: ShellRule {
  static let info = RuleInfo(
    "BS441", "docker-unprivileged", .warning,
    summary: "A command needs the Docker daemon, which the project does not run.",
    why: """
      The daemon runs only in privileged mode or on a Docker server of the project, and never on \
      Lambda compute. Needs `--project`.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - docker build -t shop .
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - buildah bud -t shop .
      """,
    project: """
      {
        "environment": {
          "type": "LINUX_CONTAINER",
          "image": "aws/codebuild/standard:7.0",
          "privilegedMode": false
        }
      }
      """,
    source:
      "CodeBuild API, privilegedMode; CodeBuild user guide, troubleshooting and Lambda compute.")

  static let signs: [StaticString] = ["docker"]

  static func check(_ shell: ShellReading, _ file: BuildspecFile) -> [Diagnostic] {
    guard let project = shell.project, let message = message(project), file.keepsType,
      !isElsewhere(project, file)
    else { return [] }
    for item in shell.items where item.holds("docker") {
      guard let command = item.commands.first(where: needsDaemon) else { continue }
      let range = item.range(of: command.range)
      return [
        finding(
          message.text, at: file.firstLine(of: range), help: message.help,
          codeBuildSays: message.says)
      ]
    }
    return []
  }

  /// What is wrong with Docker in this project.
  private static func message(
    _ project: BuildProject
  ) -> (text: String, help: String, says: String?)? {
    if project.isLambda == true {
      return ("Lambda compute has no Docker", "use EC2 compute in privileged mode", nil)
    }
    let containers: [EnvironmentType] = [.linuxContainer, .linuxGPU, .armContainer]
    guard project.isPrivileged == false, project.hasDockerServer == false,
      project.hasFleet == false,
      let type = project.environmentType.flatMap(EnvironmentType.init), containers.contains(type)
    else { return nil }
    return (
      "\(project.shown) is not privileged, so no Docker daemon runs",
      "set `privilegedMode` of the project's environment, or give it a Docker server",
      "Cannot connect to the Docker daemon"
    )
  }

  /// Whether the client may talk to another daemon, or a build of a batch has one.
  private static func isElsewhere(_ project: BuildProject, _ file: BuildspecFile) -> Bool {
    file.batchEnvironments.contains { $0.privilegedMode?.value == true }
      || file.environmentEntries.contains { $0.name.value == "DOCKER_HOST" }
      || project.variables?.contains { $0.name == "DOCKER_HOST" } != false
  }

  private static func needsDaemon(_ command: ShellCommand) -> Bool {
    guard let first = command.arguments.first?.literal else { return false }
    switch command.name {
    case "docker": return daemonVerbs.contains(first)
    case "docker-compose": return ["build", "pull", "push", "run", "up"].contains(first)
    default: return false
    }
  }

  private static let daemonVerbs: Set = [
    "build", "commit", "compose", "cp", "create", "exec", "image", "images", "info", "load", "logs",
    "ps", "pull", "push", "run", "save", "start", "tag",
  ]
}
