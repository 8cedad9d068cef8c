import SystemPackage
import TestSupport

/// A folder that looks like the root of a machine, with small scripts as its programs.
struct MadeUpMachine {
  var build: TestBuild

  /// - Parameter runtimes: lines of `runtime-versions`.
  init(_ runtimes: String..., command: String = "true", variables: String = "") throws {
    let lines = runtimes.map { "      \($0)\n" }.joined()
    build = try TestBuild(
      """
      version: 0.2
      env: {variables: {\(variables)}}
      phases:
        install:
          runtime-versions:
      \(lines)    commands:
            - |
              \(command)
      """)
    build.runtimeRoot = FilePath(build.folder.file("root"))
    build.environment["HOME"] = file("home")
    build.environment["PATH"] = "\(file("usr/local/bin")):\(file("usr/bin")):/usr/bin:/bin"
    // Nothing but the shell and its like: what this machine has must not count.
    for name in ["sh", "cat", "basename"] {
      try program("usr/bin/\(name)", "exec /bin/\(name) \"$@\"")
    }
    build.environment["PATH"] = "\(file("usr/local/bin")):\(file("usr/bin"))"
  }

  func file(_ path: String) -> String { build.folder.file("root/\(path)") }

  /// A program that is a script.
  func program(_ path: String, _ script: String) throws {
    try build.folder.write("#!/bin/sh\n\(script)\n", to: "root/\(path)")
    build.folder.makeExecutable("root/\(path)")
  }

  /// A program that prints a line.
  func program(_ path: String, prints line: String) throws {
    try program(path, "echo '\(line)'")
  }

  func jdk(_ path: String, version: String, implementor: String) throws {
    try program("\(path)/bin/java", prints: "java \(version)")
    try program("\(path)/bin/javac", prints: "javac \(version)")
    try build.folder.write(
      "IMPLEMENTOR=\"\(implementor)\"\nJAVA_VERSION=\"\(version)\"\n", to: "root/\(path)/release")
  }

  func run() async throws -> FinishedBuild { try await build.run() }
}
