import BuildExecution
import BuildPlanning
import TestSupport
import Testing

/// Which of the runtimes of a machine a build gets.
struct HostRuntimeTests {
  private static let key = "phases.install.runtime-versions"

  @Test func `Corretto goes before other JDKs, and JAVA_HOME names it`() async throws {
    let machine = try MadeUpMachine(
      "java: corretto17", command: "java; echo $JAVA_HOME $JDK_HOME $JRE_HOME")
    try machine.jdk("usr/lib/jvm/a-debian", version: "17.0.15", implementor: "Debian")
    try machine.jdk("usr/lib/jvm/b-corretto", version: "17.0.2", implementor: "Amazon.com Inc.")
    try machine.jdk("usr/lib/jvm/c-corretto", version: "21.0.1", implementor: "Amazon.com Inc.")
    let done = try await machine.run()
    let home = machine.file("usr/lib/jvm/b-corretto")
    #expect(done.lines == ["java 17.0.2", "\(home) \(home) \(home)"])
    #expect(done.notices == [])
    #expect(
      done.runtimeSteps == [
        .selected(runtime: "java", version: "corretto17"),
        .chosen(runtime: "java", version: "Corretto 17.0.2", place: "\(home)/bin/java"), .finished,
      ])
  }

  @Test func `another JDK of the version is told`() async throws {
    let machine = try MadeUpMachine("java: corretto8", command: "java")
    try machine.jdk("home/.sdkman/candidates/java/8.0-tem", version: "1.8.0_402", implementor: "T")
    let done = try await machine.run()
    let place = machine.file("home/.sdkman/candidates/java/8.0-tem/bin/java")
    #expect(done.lines == ["java 1.8.0_402"])
    #expect(
      done.notices == [
        "\(Self.key).java: in the place of corretto8, the build uses JDK of T 8.0_402 (\(place))"
      ])
  }

  @Test func `a JDK that the environment names is found`() async throws {
    var machine = try MadeUpMachine("java: latest", command: "java")
    try machine.jdk("elsewhere/jdk", version: "21", implementor: "Amazon.com Inc.")
    try machine.jdk("usr/lib/jvm/old", version: "11.0.1", implementor: "Amazon.com Inc.")
    machine.build.environment["JAVA_21_HOME"] = machine.file("elsewhere/jdk")
    #expect(try await machine.run().lines == ["java 21"])
  }

  @Test func `pyenv's version goes before the one on PATH`() async throws {
    let machine = try MadeUpMachine("python: 3.10", command: "python; python3")
    try machine.program("usr/bin/python", prints: "Python 3.1.4")
    for version in ["3.1.9", "3.10.2", "3.10.13", "3.9.18"] {
      for name in ["python", "python3"] {
        try machine.program(
          "home/.pyenv/versions/\(version)/bin/\(name)", prints: "\(name) of \(version)")
      }
    }
    let done = try await machine.run()
    #expect(done.lines == ["python of 3.10.13", "python3 of 3.10.13"])
    #expect(done.notices == [])
  }

  @Test func `other kinds of Python and Ruby do not count`() async throws {
    let machine = try MadeUpMachine("python: 3.9", "ruby: 3.1")
    for name in ["pypy3.9-7.3.11", "miniconda3-4.7", "3.9.18t", "envs"] {
      try machine.program("home/.pyenv/versions/\(name)/bin/python", prints: "Python 3.9.1")
    }
    try machine.program("opt/rubies/jruby-3.1.0/bin/ruby", prints: "jruby")
    #expect(try await machine.run().notices.count == 2)
    try machine.program("home/.local/share/uv/python/cpython-3.9.2-linux/bin/python", prints: "u")
    try machine.program("opt/rubies/ruby-3.1.0/bin/ruby", prints: "r")
    #expect(try await machine.run().notices == [])
  }

  @Test func `python3 and python3.11 are called python`() async throws {
    let machine = try MadeUpMachine("python: 3.11", command: "python a 'b c'; python3; pip")
    try machine.program("usr/bin/python3", prints: "Python 3.9.2")
    try machine.program("usr/bin/python3.11", "echo Python 3.11.2; echo $# \"$2\"")
    try machine.program("usr/bin/pip3.11", prints: "pip of 3.11")
    let done = try await machine.run()
    #expect(
      done.lines == ["Python 3.11.2", "2 b c", "Python 3.11.2", "0 ", "pip of 3.11"])
    #expect(done.notices == [])
  }

  @Test func `the name of a program is not enough for an exact version`() async throws {
    let machine = try MadeUpMachine("python: 3.11.9")
    try machine.program("usr/bin/python3.11", prints: "Python 3.11.2")
    #expect(
      try await machine.run().notices == [
        "\(Self.key).python: 3.11.9 is not installed on this machine, only 3.11; "
          + "there is no python on PATH"
      ])
  }

  @Test(arguments: [
    ("18", "18.19.0"), ("20.x", "20.2.0"), ("latest", "20.2.0"), ("'18.1'", "18.1.0"),
  ])
  func `node comes from nvm, nodenv and PATH`(version: String, chosen: String) async throws {
    let machine = try MadeUpMachine("nodejs: \(version)", command: "node --version")
    try machine.program("usr/bin/node", prints: "v18.19.0")
    try machine.program("home/.nvm/versions/node/v20.2.0/bin/node", prints: "v20.2.0")
    try machine.program("home/.nodenv/versions/18.1.0/bin/node", prints: "v18.1.0")
    let done = try await machine.run()
    #expect(done.lines == ["v\(chosen)"])
    #expect(done.notices == [])
  }

  @Test func `a mismatch is one notice with the version found`() async throws {
    let machine = try MadeUpMachine("nodejs: 22", "ruby: 3.2", command: "node")
    try machine.program("usr/bin/node", prints: "v18.19.0")
    let done = try await machine.run()
    #expect(
      done.notices == [
        "\(Self.key).nodejs: 22 is not installed on this machine; "
          + "the build uses 18.19.0 (\(machine.file("usr/bin/node")))",
        "\(Self.key).ruby: 3.2 is not installed on this machine; there is no ruby on PATH",
      ])
    #expect(done.status == .succeeded)
    let places = done.events.compactMap { event, _ in
      if case .notice(let notice) = event { notice.place?.description } else { nil }
    }
    #expect(places == ["buildspec.yml:6:7", "buildspec.yml:7:7"])
  }

  @Test func `a runtime that nobody looks for is told`() async throws {
    let done = try await MadeUpMachine("cobol: 3").run()
    #expect(
      done.notices == [
        "\(Self.key).cobol: it is not looked for on this machine; the build uses what PATH has"
      ])
  }

  @Test func `a variable stands for a version`() async throws {
    let machine = try MadeUpMachine("golang: $GO", command: "go", variables: "GO: '1.20'")
    try machine.program("usr/local/go/bin/go", prints: "go version go1.20.3 linux/amd64")
    try machine.build.folder.write("go1.20.3\ntime\n", to: "root/usr/local/go/VERSION")
    try machine.program("home/sdk/go1.2.1/bin/go", prints: "go version go1.2.1 linux/amd64")
    #expect(try await machine.run().lines == ["go version go1.20.3 linux/amd64"])
  }

  @Test func `others come from their managers`() async throws {
    let machine = try MadeUpMachine(
      "ruby: 3.1", "php: 8.2", "dotnet: 8.0", "rust: 1.93",
      command: "ruby; php; dotnet; rustc; echo $DOTNET_ROOT")
    try machine.program("home/.rbenv/versions/3.1.4/bin/ruby", prints: "ruby 3.1.4p1")
    try machine.program("usr/bin/php8.2", prints: "PHP 8.2.7 (cli)")
    try machine.program("usr/bin/php8.1", prints: "PHP 8.1.2 (cli)")
    try machine.program("usr/share/dotnet/dotnet", prints: "8.0.100")
    try machine.build.folder.write("", to: "root/usr/share/dotnet/sdk/8.0.100/x")
    try machine.program(
      "home/.rustup/toolchains/1.93.0-x86_64-unknown-linux-gnu/bin/rustc", prints: "rustc 1.93.0")
    let done = try await machine.run()
    #expect(
      done.lines == [
        "ruby 3.1.4p1", "PHP 8.2.7 (cli)", "8.0.100", "rustc 1.93.0",
        machine.file("usr/share/dotnet"),
      ])
    #expect(done.notices == [])
  }

  @Test func `a program that fails to tell its version does not count`() async throws {
    let machine = try MadeUpMachine("nodejs: 18")
    try machine.program("usr/bin/node", "echo v18.1.0; exit 1")
    #expect(
      try await machine.run().notices == [
        "\(Self.key).nodejs: 18 is not installed on this machine; "
          + "the build uses \(machine.file("usr/bin/node")), which does not tell its version"
      ])
  }

  @Test func `a build that is ended does not wait for a version`() async throws {
    let machine = try MadeUpMachine("nodejs: 18")
    try machine.program("usr/bin/node", "echo started; sleep 600")
    let stop = machine.build.stop
    let done = try await machine.build.run { event in
      if case .runtimeStep(.selected) = event { stop.request(.timeout) }
    }
    #expect(done.status == .timedOut)
    #expect(done.phases == ["DOWNLOAD_SOURCE TIMED_OUT"])
  }
}
