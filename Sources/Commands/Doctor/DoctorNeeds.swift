import BuildspecModel
import Diagnostics
import ShellSyntax

/// What a buildspec takes that not every machine has.
struct DoctorNeeds: Sendable {
  var bash = false
  var docker = false
  /// Values that are fetched before the build.
  var secrets = false
  var aws = false
  var cache = false

  init() {}

  init(_ buildspec: Buildspec) {
    bash = buildspec.env?.shell?.value == "bash"
    secrets =
      !(buildspec.env?.parameterStore.isEmpty ?? true)
      || !(buildspec.env?.secretsManager.isEmpty ?? true)
    cache = buildspec.cache != nil
    let commands = buildspec.phases.flatMap { ($0.commands ?? []) + ($0.finally ?? []) }
    let words = Set(commands.flatMap { Self.words(of: $0.text) })
    docker = words.contains("docker")
    aws = secrets || words.contains("aws")
  }

  /// Words as far as spaces and the signs of the shell tell.
  private static func words(of text: String) -> [String] {
    text.split { character in
      character.isWhitespace || ";|&()`\"'<>".contains(character)
    }.map(String.init)
  }
}
