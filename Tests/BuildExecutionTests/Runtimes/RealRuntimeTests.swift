import Commands
import SystemPackage
import TestSupport
import Testing

@testable import BuildExecution

/// The runtimes of this very machine.
struct RealRuntimeTests {
  private static func machine() throws -> RuntimeMachine {
    let host = Host.live()
    return RuntimeMachine(
      host: host, root: "/", environment: host.environment, folder: "/", isStopped: { false })
  }

  @Test func `every JDK that is found says the version that it has`() async throws {
    let jdks = JavaFinder().installed(on: try Self.machine())
    for jdk in jdks {
      let number = jdk.version.prefix { $0.isNumber }
      let build = try TestBuild(
        """
        version: 0.2
        phases:
          install:
            runtime-versions: {java: corretto\(number)}
            commands: ['"$JAVA_HOME/bin/javac" -version; java -version; echo "home $JAVA_HOME"']
        """)
      let done = try await build.run()
      #expect(done.status == .succeeded)
      #expect(done.lines.contains { $0.contains(" \(number)") || $0.contains("\"\(number).") })
      #expect(done.lines.last?.hasPrefix("home /") == true)
    }
    #expect(!jdks.isEmpty, "make setup installs a JDK for the demo")
  }

  @Test func `the version of python that PATH has is known`() async throws {
    let machine = try Self.machine()
    let current = try await PythonFinder().current(on: machine)
    let python = try #require(current.first)
    let parts = python.version.split(separator: ".").prefix(2).joined(separator: ".")
    let build = try TestBuild(
      """
      version: 0.2
      phases:
        install:
          runtime-versions: {python: \(parts)}
          commands: ["python -c 'import sys; print(\\"%d.%d\\" % sys.version_info[:2])'"]
      """)
    let done = try await build.run()
    #expect(done.lines == [parts])
    #expect(done.notices == [])
  }
}
