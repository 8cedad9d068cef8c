/// Every runtime that `runtime-versions` knows or knew, and which image offers which version.
///
/// Source: `runtimes.yml` of the image folders of aws/aws-codebuild-docker-images at 1590e48,
/// 9 April 2026; for older images all that the versions of their folders in the same repository ever
/// listed, since those that are gone were not dated. Recent images also try versions that are not
/// listed, with the version manager of the language.
package enum RuntimeTable {
  package static let runtimes = [
    BuildRuntime("android", current: [], historic: ["28", "29"]),
    BuildRuntime("docker", current: ["23"], historic: ["18", "19", "20"]),
    BuildRuntime(
      "dotnet", current: ["6.0", "8.0", "10.0"], historic: ["2.2", "3.0", "3.1", "5.0"],
      aliases: ["dotnetcore", "dotnet-core", "netcore", ".net", "csharp"]),
    BuildRuntime(
      "golang", current: ["1.20", "1.21", "1.22", "1.23", "1.24", "1.25", "1.26"],
      historic: ["1.12", "1.13", "1.14", "1.15", "1.16", "1.17", "1.18"], aliases: ["go"]),
    BuildRuntime(
      "java", current: ["corretto8", "corretto11", "corretto17", "corretto21", "corretto25"],
      historic: ["openjdk8", "openjdk11"], aliases: ["jdk", "openjdk", "corretto"]),
    BuildRuntime(
      "nodejs", current: ["18", "20", "22", "24"], historic: ["8", "10", "12", "14", "16"],
      aliases: ["node", "node.js", "npm"]),
    BuildRuntime(
      "php", current: ["8.1", "8.2", "8.3", "8.4", "8.5"], historic: ["7.3", "7.4", "8.0"]),
    BuildRuntime(
      "python", current: ["3.9", "3.10", "3.11", "3.12", "3.13", "3.14"],
      historic: ["3.7", "3.8"], aliases: ["python3", "py"]),
    BuildRuntime(
      "ruby", current: ["3.1", "3.2", "3.3", "3.4", "4.0"], historic: ["2.6", "2.7"]),
    BuildRuntime("rust", current: ["1.93", "1.94"], aliases: ["rustc", "cargo"]),
  ]

  /// The runtime of exactly this name.
  package static func runtime(_ name: String) -> BuildRuntime? {
    runtimes.first { $0.name == name }
  }

  /// The runtime that people mean by `name` although CodeBuild does not know it.
  package static func runtime(alias name: String) -> BuildRuntime? {
    let name = name.lowercased()
    return runtimes.first { $0.name == name || $0.aliases.contains(name) }
  }

  /// What the images offer: maintained ones first, the newest of a family first.
  package static let images = [
    ImageRuntimes(
      "aws/codebuild/standard:8.0", triesOthers: true,
      [
        ("dotnet", ["8.0", "10.0"]), ("golang", ["1.24", "1.25", "1.26"]), ("java", corretto),
        ("nodejs", ["22", "24"]), ("php", ["8.2", "8.3", "8.4", "8.5"]),
        ("python", ["3.10", "3.11", "3.12", "3.13", "3.14"]), ("ruby", ["3.3", "3.4", "4.0"]),
        ("rust", ["1.93"]),
      ]),
    ImageRuntimes(
      "aws/codebuild/standard:7.0", triesOthers: true,
      [
        ("dotnet", dotnet), ("golang", golang), ("java", corretto), ("nodejs", nodejs),
        ("php", ["8.2", "8.3", "8.4", "8.5"]), ("python", python), ("ruby", ruby),
      ]),
    ImageRuntimes(
      "aws/codebuild/amazonlinux-x86_64-standard:6.0", triesOthers: true,
      [
        ("dotnet", ["8.0", "10.0"]), ("golang", ["1.24", "1.25", "1.26"]), ("java", corretto),
        ("nodejs", ["22", "24"]), ("php", ["8.2", "8.3", "8.4", "8.5"]),
        ("python", ["3.10", "3.11", "3.12", "3.13", "3.14"]), ("ruby", ["3.3", "3.4", "4.0"]),
        ("rust", ["1.93"]),
      ]),
    ImageRuntimes(
      "aws/codebuild/amazonlinux-x86_64-standard:5.0", triesOthers: true,
      [
        ("dotnet", dotnet), ("golang", golang), ("java", corretto), ("nodejs", nodejs),
        ("php", ["8.2", "8.3", "8.4", "8.5"]), ("python", python), ("ruby", ruby),
      ]),
    ImageRuntimes(
      "aws/codebuild/amazonlinux-aarch64-standard:4.0", triesOthers: true,
      [
        ("docker", ["23"]), ("dotnet", ["8.0", "10.0"]), ("golang", ["1.24", "1.25", "1.26"]),
        ("java", corretto), ("nodejs", ["22", "24"]), ("php", ["8.2", "8.3", "8.4", "8.5"]),
        ("python", ["3.10", "3.11", "3.12", "3.13", "3.14"]), ("ruby", ["3.3", "3.4", "4.0"]),
        ("rust", ["1.94"]),
      ]),
    ImageRuntimes(
      "aws/codebuild/amazonlinux-aarch64-standard:3.0", triesOthers: true,
      [
        ("docker", ["23"]), ("dotnet", dotnet), ("golang", golang), ("java", corretto),
        ("nodejs", nodejs), ("php", ["8.1", "8.2", "8.3", "8.4", "8.5"]), ("python", python),
        ("ruby", ruby), ("rust", ["1.94"]),
      ]),
    ImageRuntimes(
      "aws/codebuild/standard:6.0",
      [
        ("dotnet", ["6.0"]), ("golang", ["1.18"]), ("java", ["corretto17"]), ("nodejs", ["16"]),
        ("php", ["8.1", "8.2"]), ("python", ["3.10"]), ("ruby", ["3.1"]),
      ]),
    ImageRuntimes(
      "aws/codebuild/standard:5.0",
      [
        ("dotnet", ["3.1", "5.0"]), ("golang", ["1.15", "1.16", "1.17", "1.18"]),
        ("java", ["corretto8", "corretto11"]), ("nodejs", ["12", "14"]),
        ("php", ["7.3", "7.4", "8.0"]), ("python", ["3.7", "3.8", "3.9"]),
        ("ruby", ["2.6", "2.7"]),
      ]),
    ImageRuntimes(
      "aws/codebuild/amazonlinux-x86_64-standard:4.0",
      [
        ("docker", ["20"]), ("dotnet", ["6.0"]), ("golang", ["1.18"]), ("java", ["corretto17"]),
        ("nodejs", ["16"]), ("php", ["8.1"]), ("python", ["3.9"]), ("ruby", ["3.1"]),
      ]),
    ImageRuntimes(
      "aws/codebuild/amazonlinux-aarch64-standard:2.0",
      [
        ("docker", ["19"]), ("dotnet", ["3.1"]), ("golang", ["1.12", "1.13", "1.14"]),
        ("java", ["corretto8", "corretto11"]), ("nodejs", ["10", "12"]), ("php", ["7.3", "7.4"]),
        ("python", ["3.7", "3.8", "3.9"]), ("ruby", ["2.6", "2.7"]),
      ]),
    ImageRuntimes(
      "aws/codebuild/amazonlinux-x86_64-standard:corretto8", [("java", ["corretto8"])]),
    ImageRuntimes(
      "aws/codebuild/amazonlinux-x86_64-standard:corretto11", [("java", ["corretto11"])]),
    ImageRuntimes(
      "aws/codebuild/amazonlinux-x86_64-standard:3.0",
      [
        ("android", ["28", "29"]), ("docker", ["18", "19"]), ("dotnet", ["3.1"]),
        ("golang", ["1.12", "1.13", "1.14"]), ("java", ["corretto8", "corretto11"]),
        ("nodejs", ["10", "12"]), ("php", ["7.3", "7.4"]), ("python", ["3.7", "3.8", "3.9"]),
        ("ruby", ["2.6", "2.7"]),
      ]),
    ImageRuntimes(
      "aws/codebuild/standard:4.0",
      [
        ("android", ["28", "29"]), ("docker", ["18", "19"]), ("dotnet", ["3.1"]),
        ("golang", ["1.12", "1.13", "1.14"]), ("java", ["corretto8", "corretto11"]),
        ("nodejs", ["10", "12"]), ("php", ["7.3", "7.4"]), ("python", ["3.7", "3.8", "3.9"]),
        ("ruby", ["2.6", "2.7"]),
      ]),
  ]

  private static let corretto = [
    "corretto8", "corretto11", "corretto17", "corretto21", "corretto25",
  ]
  private static let dotnet = ["6.0", "8.0", "10.0"]
  private static let golang = ["1.20", "1.21", "1.22", "1.23", "1.24", "1.25", "1.26"]
  private static let nodejs = ["18", "20", "22", "24"]
  private static let python = ["3.9", "3.10", "3.11", "3.12", "3.13", "3.14"]
  private static let ruby = ["3.1", "3.2", "3.3", "3.4", "4.0"]
}
