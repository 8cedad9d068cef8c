import ShellSyntax

/// What a command is for, when its failure should be one of the build.
enum CommandPurpose: String {
  case test, scan, build, deploy

  /// `nil` for a command that is none of these or not known.
  init?(_ command: ShellCommand) {
    // Most commands in question clean up after docker.
    if command.name == "docker",
      !["build", "buildx", "push"].contains(command.words.dropFirst().first?.literal)
    {
      return nil
    }
    var words = command.words[...]
    Self.dropWrappers(&words)
    guard let path = words.first?.literal, let last = path.split(separator: "/").last else {
      return nil
    }
    let name = String(last)
    guard let purpose = Self.programs[name] ?? Self.subcommand(name, words.dropFirst())
    else { return nil }
    self = purpose
  }

  /// `sudo`, `npx`, `python -m` and the like, which run another program.
  private static func dropWrappers(_ words: inout ArraySlice<ShellWord>) {
    while let first = words.first?.literal {
      if ["sudo", "npx", "time", "exec", "command"].contains(first) {
        words = words.dropFirst()
      } else if let second = words.dropFirst().first?.literal,
        ["-m", "run", "exec"].contains(second), wrappers.contains([first, second])
      {
        words = words.dropFirst(2)
      } else {
        return
      }
    }
  }

  private static let wrappers = [
    ["python", "-m"], ["python3", "-m"], ["poetry", "run"], ["pipenv", "run"], ["uv", "run"],
    ["bundle", "exec"],
  ]

  /// Programs that serve one purpose.
  private static let programs: [String: CommandPurpose] = [
    "pytest": .test, "py.test": .test, "tox": .test, "nox": .test, "jest": .test, "mocha": .test,
    "phpunit": .test, "rspec": .test, "newman": .test, "ctest": .test, "unittest": .test,
    "nosetests": .test, "vitest": .test,
    "trivy": .scan, "grype": .scan, "snyk": .scan, "bandit": .scan, "checkov": .scan,
    "tfsec": .scan, "tflint": .scan, "cfn-lint": .scan, "cfn_nag": .scan, "cfn_nag_scan": .scan,
    "pip-audit": .scan, "eslint": .scan, "flake8": .scan, "pylint": .scan, "hadolint": .scan,
    "sonar-scanner": .scan, "semgrep": .scan, "gitleaks": .scan, "detect-secrets": .scan,
    "trufflehog": .scan, "mypy": .scan, "ruff": .scan,
  ]

  private static func subcommand(
    _ name: String, _ arguments: ArraySlice<ShellWord>
  ) -> CommandPurpose? {
    // Most commands in question are none of these, and need no look at all their words.
    let verbs = arguments.lazy.compactMap(\.literal).filter { !$0.isEmpty && !$0.hasPrefix("-") }
    guard let verb = verbs.first else { return name == "make" ? .build : nil }
    switch name {
    case "npm", "yarn", "pnpm":
      return package(verb == "run" ? verbs.dropFirst().first ?? "" : verb)
    case "mvn", "mvnw", "gradle", "gradlew", "make": return goals(Array(verbs))
    case "go", "cargo", "dotnet", "swift":
      return ["test": .test, "vet": .scan, "clippy": .scan, "build": .build][verb]
    case "docker", "podman":
      return verb == "build" || verbs.starts(with: ["buildx", "build"])
        ? .build : verb == "push" ? .deploy : nil
    case "terraform": return ["validate": .scan, "apply": .deploy][verb]
    case "safety": return verb == "check" ? .scan : nil
    case "kubectl": return verb == "apply" ? .deploy : nil
    case "helm": return verb == "upgrade" || verb == "install" ? .deploy : nil
    case "twine": return verb == "upload" ? .deploy : nil
    case "cdk", "sam", "serverless", "sls", "eb", "copilot":
      return verb == "deploy" ? .deploy : nil
    case "aws": return deployments.contains { verbs.starts(with: $0) } ? .deploy : nil
    default: return nil
    }
  }

  /// A script of a `package.json`, or what its manager does itself.
  private static func package(_ script: String) -> CommandPurpose? {
    if script == "t" || script.hasPrefix("test") { return .test }
    if script == "audit" || script.hasPrefix("lint") { return .scan }
    if script.hasPrefix("build") { return .build }
    return script == "publish" || script.hasPrefix("deploy") ? .deploy : nil
  }

  private static func goals(_ goals: [String]) -> CommandPurpose {
    let isTest = goals.contains { goal in
      ["verify", "check"].contains(goal) || goal.lowercased().hasSuffix("test")
    }
    if isTest { return .test }
    return goals.contains("deploy") || goals.contains("publish") ? .deploy : .build
  }

  private static let deployments = [
    ["s3", "sync"], ["s3", "cp"], ["ecs", "update-service"], ["cloudformation", "deploy"],
    ["lambda", "update-function-code"], ["deploy", "create-deployment"],
    ["cloudformation", "update-stack"], ["elasticbeanstalk", "update-environment"],
  ]
}
