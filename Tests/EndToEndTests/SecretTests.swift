import TestSupport
import Testing

/// Secrets given on the command line, and where they must not show up.
@Suite(.timeLimit(.minutes(5)))
struct SecretTests {
  private static let value = "hunter22/+\"x"

  private func project(_ commands: String..., more: String = "") throws -> TemporaryDirectory {
    let items = commands.map { "      - |-\n        \($0)\n" }.joined()
    let folder = try TemporaryDirectory([
      "buildspec.yml": "version: 0.2\nphases:\n  build:\n    commands:\n\(items)\(more)"
    ])
    folder.createFolder("tmp")
    return folder
  }

  private func run(
    _ folder: TemporaryDirectory, _ arguments: String..., environment: [String: String] = [:]
  ) async throws -> Tool.Outcome {
    let own = ["TMPDIR": folder.file("tmp")].merging(environment) { _, given in given }
    return try await Tool.run(arguments, in: folder.path, environment: own)
  }

  @Test(arguments: ["codebuild", "pretty", "json", "quiet"])
  func `no log shows a secret`(format: String) async throws {
    let folder = try project(
      "echo \"is $S\"; echo $S >&2; printf %s \"$S\" | base64",
      "for c in h u n t e r 2 2 / + '\"' x; do printf %s $c; done",
      "echo \(Self.value)", "false \(Self.value)",
      more: """
          env: {exported-variables: [S, T]}
        artifacts: {files: ['\(Self.value)*', buildspec.yml], name: "n-$S"}
        """.replacing("  env:", with: "env:"))
    let outcome = try await run(
      folder, "run", "--log", format, "-v", "--secret", "S", "-a", "out",
      environment: ["S": Self.value])
    #expect(outcome.status == 1)
    for text in [outcome.output, outcome.error] {
      #expect(!text.contains("hunter22"))
      #expect(!text.contains("aHVudGVyMj"))
    }
    #expect(format == "quiet" || outcome.output.contains("is ***"))
    #expect(outcome.error.contains("***") || format != "quiet" || !outcome.error.isEmpty)
  }

  @Test func `nothing but the secret is changed`() async throws {
    let folder = try project("seq 1 20000; printf 'no end of line, but a hunt'")
    let plain = try await run(folder, "run", "--log", "quiet", "-e", "X=hunter22")
    let with = try await run(folder, "run", "--secret", "X=hunter22")
    let without = try await run(folder, "run")
    func output(_ text: String) -> [Substring] {
      text.split(separator: "\n").filter { !$0.hasPrefix("[Container]") }
    }
    #expect(plain.status == 0)
    #expect(output(with.output) == output(without.output))
  }

  @Test func `a secret comes from a value, from the environment or from a file`() async throws {
    let folder = try project("printf '%s|%s|%s|%s' \"$A\" \"$B\" \"$C\" \"$D\" > \"$OUT\"")
    try folder.write("C='from a file'\n# D=no\nA=loses\n", to: "secrets")
    let outcome = try await run(
      folder, "run", "-e", "OUT=\(folder.file("out"))", "-e", "A=loses", "--secret-file", "secrets",
      "--secret", "A=first=second", "--secret", "B", environment: ["B": "two\nlines of it"])
    #expect(outcome.status == 0)
    #expect(folder.text("out") == "first=second|two\nlines of it|from a file|")
  }

  @Test(arguments: [
    (["--secret", "=hunter22"], "--secret: the name before '=' is empty"),
    (["--secret", "NOT_SET"], "--secret NOT_SET: NOT_SET is not set in your environment"),
    (["--secret-file", "bad"], "bad:2: expected KEY=VALUE"),
    (["--secret-file", "worse"], "worse:1: the name before '=' holds a space"),
    (["--secret-file", "none"], "none: no such file"),
  ])
  func `a mistake is told without the value`(arguments: [String], message: String) async throws {
    let folder = try project("true")
    try folder.write("A=b\nhunter22\n", to: "bad")
    try folder.write("hunter22 x=y\n", to: "worse")
    let outcome = try await Tool.run(["run"] + arguments, in: folder.path)
    #expect(outcome.status == 2)
    #expect(outcome.error.hasPrefix("buildspec: error: \(message)"), "\(outcome.error)")
    #expect(!outcome.error.contains("hunter22"))
  }

  @Test func `a value that is too short is told of once`() async throws {
    let outcome = try await run(
      try project("echo $A $B", "echo $A"), "run", "--secret", "A=abc", "--secret", "B=",
      "--secret",
      "C=abcd")
    let notice = "secrets: A: a value of less than 4 bytes is not masked in the output"
    #expect(outcome.error.hasPrefix("buildspec: notice: \(notice)\nbuildspec: parity: all "))
    #expect(outcome.output.contains("\nabc\n"))
  }

  @Test func `credentials of AWS are masked, unless they are those of a stand-in`() async throws {
    let folder = try project("env | grep ^AWS_ | sort")
    let real = try await run(
      folder, "run",
      environment: [
        "AWS_ACCESS_KEY_ID": "AKIAIOSFODNN7EXAMPLE",
        "AWS_SECRET_ACCESS_KEY": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
        "AWS_SESSION_TOKEN": String(repeating: "tok+", count: 30),
      ])
    #expect(
      real.output.contains(
        "\nAWS_ACCESS_KEY_ID=***\nAWS_SECRET_ACCESS_KEY=***\nAWS_SESSION_TOKEN=***\n"))
    let fake = try await run(
      folder, "run", environment: ["AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test"])
    #expect(fake.output.contains("\nAWS_ACCESS_KEY_ID=test\nAWS_SECRET_ACCESS_KEY=test\n"))
  }

  @Test func `a file that is refused is shown without the secret`() async throws {
    let folder = try project("true", more: "  hunter22:\n    commands: [echo hunter22]\n")
    for arguments in [["run"], ["run", "--log", "json"], ["plan"]] {
      let outcome = try await Tool.run(
        arguments + ["--secret", "S=hunter22"], in: folder.path)
      #expect(outcome.status == 1)
      #expect(!(outcome.output + outcome.error).contains("hunter22"))
      #expect(outcome.error.contains("***"))
    }
  }

  @Test(arguments: ["text", "json"])
  func `plan does not know the value`(format: String) async throws {
    let folder = try project("echo $S")
    let outcome = try await run(
      folder, "plan", "--format", format, "--secret", "S=hunter22", "-e", "T=shown")
    #expect(outcome.status == 0)
    #expect(!outcome.output.contains("hunter22"))
    #expect(outcome.output.contains("***") && outcome.output.contains("shown"))
  }

  @Test func `no argument of a process of the build holds the value`() async throws {
    let folder = try project(
      "for f in /proc/$$/cmdline /proc/$PPID/cmdline; do tr '\\0' '\\n' <$f; done | grep -c hunter22 || true"
    )
    let outcome = try await run(folder, "run", "--secret", "S", environment: ["S": "hunter22"])
    #expect(outcome.output.contains("\n0\n"))
  }

  @Test func `without a value and offline, the key and its place are named`() async throws {
    let text = """
      version: 0.2
      env:
        parameter-store:
          TOKEN: /shop/token
        secrets-manager: {KEY: shop/key}
      phases: {build: {commands: ['echo "$TOKEN $KEY $AWS_PAGER."']}}

      """
    let folder = try TemporaryDirectory(["buildspec.yml": text])
    folder.createFolder("tmp")
    let missing = try await run(folder, "run", "--offline", "-e", "KEY=k")
    #expect(missing.status == 2)
    #expect(
      missing.error
        == "buildspec: error: no value for env.parameter-store.TOKEN (buildspec.yml:4:5): --offline "
        + "fetches nothing; give it with --secret NAME=VALUE or --secret-file FILE\n")
    let plan = try await run(folder, "plan", "--offline", "-e", "KEY=k")
    #expect(plan.status == 0)
    #expect(
      plan.output.contains(
        "\nto be given, since nothing is fetched\n  TOKEN  parameter-store  /shop/token  (buildspec.yml:4:5)\n"
      ))
    let given = try await run(
      folder, "run", "--offline", "-e", "KEY=of-the-shop", "--secret", "TOKEN=hunter22")
    #expect(given.status == 0)
    #expect(given.output.contains("\n*** *** .\n"))
    #expect(!given.output.contains("of-the-shop"))
  }

  @Test(arguments: [("5m", 130), ("1s", 4)])
  func `fetching is ended with the build`(timeout: String, status: Int32) async throws {
    let text = "version: 0.2\nenv: {parameter-store: {A: /a}}\nphases: {build: {commands: [a]}}\n"
    let folder = try TemporaryDirectory([
      "buildspec.yml": text,
      "bin/aws": """
      #!/bin/sh
      sleep 300 &
      echo $! > "$HOME/background"
      [ "$LIMIT" = 1s ] || kill -INT "$PPID"
      wait

      """,
    ])
    folder.createFolder("tmp")
    folder.makeExecutable("bin/aws")
    let outcome = try await run(
      folder, "run", "--timeout", timeout,
      environment: ["PATH": "\(folder.file("bin")):/usr/bin:/bin", "LIMIT": timeout])
    #expect(outcome.status == status)
    // On a busy machine, the time may be over before the program has begun.
    if let process = folder.text("background")?.split(separator: "\n").first {
      #expect(try await ProcessProbe.goes(process), "process \(process) is gone")
    }
    #expect(folder.names("tmp") == [])
  }

  @Test(arguments: ["outputs.env", "outputs.json"])
  func `exported variables are written to a file`(name: String) async throws {
    let folder = try project(
      "A=plain; B=\"it's\"; C=$(printf 'two\\nlines'); D=\"x$S\"", "exit 3",
      more: "env: {exported-variables: [A, B, C, D, S, NOT_SET]}\n")
    let outcome = try await run(folder, "run", "--outputs", name, "--secret", "S=hunter22")
    #expect(outcome.status == 1)
    if name.hasSuffix("json") {
      #expect(
        folder.text(name) == """
          {
            "A": "plain",
            "B": "it's",
            "C": "two\\nlines",
            "D": "x***",
            "S": "***"
          }

          """)
    } else {
      #expect(
        folder.text(name)?.hasPrefix("A=plain\nB='it'\\''s'\nC='two\nlines'\nD='x***'\n") == true)
      let read = try await Tool.run(
        "/bin/sh", ["-c", ". ./\(name); printf %s \"$A|$B|$C|$D|$S\""], in: folder.path)
      #expect(read.output == "plain|it's|two\nlines|x***|***")
    }
  }

  @Test func `a folder that is not there is told before the build`() async throws {
    let outcome = try await run(try project("echo ran"), "run", "--outputs", "none/out.env")
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    #expect(outcome.error == "buildspec: error: --outputs none/out.env: no such folder\n")
  }

  @Test func `without the AWS CLI there is one line and status 3`() async throws {
    let text =
      "version: 0.2\nenv: {parameter-store: {A: /a, B: /b}}\nphases: {build: {commands: [a]}}\n"
    let folder = try TemporaryDirectory(["buildspec.yml": text])
    folder.createFolder("tmp")
    folder.createFolder("bin")
    let outcome = try await run(folder, "run", environment: ["PATH": folder.file("bin")])
    #expect(outcome.status == 3)
    #expect(outcome.output == "")
    #expect(
      outcome.error
        == "buildspec: error: cannot fetch env.parameter-store.A (buildspec.yml:2:25) and 1 more: the "
        + "AWS CLI (aws) is not installed; values can be given with --secret NAME=VALUE or "
        + "--secret-file FILE\n")
    #expect(folder.names("tmp") == [])
  }
}
