import TestSupport
import Testing

/// Parameters and secrets of a real AWS CLI and a played AWS.
@Suite(
  .serialized, .timeLimit(.minutes(5)),
  .enabled(if: MotoServer.isAvailable, "needs scripts/setup-aws.sh"))
struct SecretStoreTests {
  /// Where the stores are, and where calls of the AWS CLI are written down.
  private struct Stores {
    let server: MotoServer
    let folder: TemporaryDirectory

    init(_ server: MotoServer) throws {
      self.server = server
      folder = try TemporaryDirectory([
        "bin/aws": "#!/bin/sh\necho \"$*\" >>\"$AWS_CALLS\"\nPATH=${PATH#*:}; exec aws \"$@\"\n"
      ])
      folder.makeExecutable("bin/aws")
    }

    var environment: [String: String] {
      let path = MotoServer.environment["PATH"] ?? ""
      return MotoServer.environment.merging([
        "AWS_ENDPOINT_URL": server.url, "PATH": "\(folder.file("bin")):\(path)",
        "AWS_CALLS": folder.file("calls"),
      ]) { _, own in own }
    }

    /// The arguments of each call, one line a call.
    var calls: [String] { (folder.text("calls") ?? "").split(separator: "\n").map(String.init) }

    @discardableResult
    func aws(_ arguments: String...) async throws -> String {
      let done = try await Tool.run(
        "/usr/bin/env", ["aws"] + arguments, in: "/",
        environment: MotoServer.environment.merging(["AWS_ENDPOINT_URL": server.url]) { $1 })
      try #require(done.status == 0, "\(done.error)")
      return done.output
    }

    func put(_ name: String, _ value: String) async throws {
      try await aws(
        "ssm", "put-parameter", "--name", name, "--type", "SecureString", "--value", value)
    }
  }

  private func run(
    _ text: String, _ stores: Stores, _ arguments: String..., verb: String = "run",
    environment: [String: String] = [:], files: [String: String] = [:]
  ) async throws -> Tool.Outcome {
    let folder = try TemporaryDirectory(
      files.merging(["buildspec.yml": text]) { _, given in given })
    folder.createFolder("tmp")
    let outcome = try await Tool.runCleanly(
      [verb] + arguments, in: folder,
      environment: stores.environment.merging(environment) { _, given in given })
    #expect(!stores.calls.contains { $0.contains("hunter2") }, "no argument holds a secret")
    return outcome
  }

  @Test func `parameters come in batches of ten`() async throws {
    try await MotoServer.run { server in
      let stores = try Stores(server)
      for number in 1...12 {
        try await stores.put("/shop/p\(number)", "value-\(number)-\"ü\"")
      }
      let entries = (1...12).map { "    P\($0): /shop/p\($0)\n" }.joined()
      let outcome = try await run(
        """
        version: 0.2
        env:
          parameter-store:
        \(entries)    AGAIN: /shop/p1
            OLD: /shop/p2:1
        phases:
          build:
            commands:
              - test "$P1$P12" = 'value-1-"ü"value-12-"ü"'
              - test "$AGAIN $OLD" = 'value-1-"ü" value-2-"ü"'
              - echo "$P1, $P12"

        """, stores)
      #expect(outcome.status == 0, "\(outcome.output)\(outcome.error)")
      #expect(outcome.output.contains("\n***, ***\n"))
      #expect(outcome.output.contains("Decrypting parameter store environment variables\n"))
      #expect(stores.calls.count == 2)
    }
  }

  @Test func `what several builds of a batch name is fetched once`() async throws {
    try await MotoServer.run { server in
      let stores = try Stores(server)
      try await stores.put("/shop/token", "hunter23")
      let outcome = try await run(
        """
        version: 0.2
        batch:
          build-list:
            - {identifier: first}
            - {identifier: second}
            - {identifier: third}
        env:
          parameter-store:
            TOKEN: /shop/token
        phases:
          build:
            commands:
              - test "$TOKEN" = hunter23
              - echo "token $TOKEN"

        """, stores, "-j", "3", verb: "batch")
      #expect(outcome.status == 0, "\(outcome.output)\(outcome.error)")
      #expect(outcome.output.split(separator: "\n").count { $0.hasSuffix("token ***") } == 3)
      #expect(!outcome.output.contains("hunter23"))
      #expect(stores.calls.count == 1)
    }
  }

  @Test func `secrets come whole, by key, by stage and by ARN, one call each`() async throws {
    try await MotoServer.run { server in
      let stores = try Stores(server)
      let arn = try await stores.aws(
        "secretsmanager", "create-secret", "--name", "shop/db", "--query", "ARN", "--output",
        "text",
        "--secret-string", #"{"user": "first", "password": "hunter21", "port": 5432}"#)
      try await stores.aws(
        "secretsmanager", "put-secret-value", "--secret-id", "shop/db",
        "--secret-string", #"{"user": "second", "password": "hunter22", "port": 5432}"#)
      let outcome = try await run(
        """
        version: 0.2
        env:
          secrets-manager:
            WHOLE: shop/db
            PASSWORD: shop/db:password
            PORT: 'shop/db:port::'
            OLD: shop/db:password:AWSPREVIOUS
            BY_ARN: \(arn.split(separator: "\n")[0]):user
        phases:
          build:
            commands:
              - test "$PASSWORD $PORT $OLD $BY_ARN" = "hunter22 5432 hunter21 second"
              - echo "a $WHOLE b $PASSWORD c $OLD"
              - echo "$WHOLE" | tr , '\\n'

        """, stores)
      #expect(outcome.status == 0, "\(outcome.output)\(outcome.error)")
      #expect(outcome.output.contains("\na *** b *** c ***\n"))
      #expect(outcome.output.contains("\n \"password\": \"***\"\n"))
      #expect(!outcome.output.contains("hunter22"))
      #expect(stores.calls.count == 3)
    }
  }

  @Test func `what the store refuses fails DOWNLOAD_SOURCE in its words`() async throws {
    try await MotoServer.run { server in
      let stores = try Stores(server)
      try await stores.aws(
        "secretsmanager", "create-secret", "--name", "shop/db", "--secret-string", #"{"a": "b"}"#)
      let cases = [
        (
          "parameter-store: {A: /none}",
          "Decrypted Variables Error Message: parameter does not exist: /none"
        ),
        (
          "secrets-manager: {A: none}",
          "Secrets Manager Error Message: ResourceNotFoundException: Secrets Manager can't find the "
            + "specified secret."
        ),
        (
          "secrets-manager: {A: 'shop/db:key'}",
          "Secrets Manager Error Message: JSON key not found in secret shop/db: key"
        ),
      ]
      for (entry, message) in cases {
        let text = "version: 0.2\nenv:\n  \(entry)\nphases: {build: {commands: [touch ran]}}\n"
        let outcome = try await run(text, stores)
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("Phase complete: DOWNLOAD_SOURCE State: FAILED"))
        #expect(
          outcome.output.contains("Phase context status code: \(message)\n"), "\(outcome.output)")
        #expect(!outcome.output.contains("Entering phase"))
        let key = "env.\(entry.prefix { $0 != ":" }).A"
        #expect(
          outcome.error.hasPrefix(
            "buildspec: notice: buildspec.yml:3:21: \(key): the store gives no value\n"))
      }
    }
  }

  @Test func `flags of the run count for fetching too`() async throws {
    try await MotoServer.run { server in
      let stores = try Stores(server)
      try await stores.put("/shop/token", "hunter22")
      let text = """
        version: 0.2
        env: {parameter-store: {A: /shop/token}}
        phases: {build: {commands: ['test "$A" = hunter22']}}

        """
      let nowhere = ["AWS_ENDPOINT_URL": "http://127.0.0.1:1", "AWS_DEFAULT_REGION": "us-west-2"]
      let given = try await run(
        text, stores, "--endpoint-url", server.url, "--region", "eu-west-1", environment: nowhere)
      #expect(given.status == 0, "\(given.output)\(given.error)")
      let variables = try await run(
        text, stores, "-e", "AWS_ENDPOINT_URL=\(server.url)", "-e", "AWS_DEFAULT_REGION=eu-west-1",
        "-e", "AWS_REGION=eu-west-1", environment: nowhere)
      #expect(variables.status == 0, "\(variables.output)\(variables.error)")
      let noKeys = ["AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": ""]
      let secrets = try await run(
        text, stores, "--secret", "AWS_ACCESS_KEY_ID=testing", "--secret",
        "AWS_SECRET_ACCESS_KEY=testing", environment: noKeys)
      #expect(secrets.status == 0, "\(secrets.output)\(secrets.error)")
      let failed = try await run(text, stores, environment: nowhere)
      #expect(failed.status == 3)
      #expect(failed.error.contains("Could not connect to the endpoint URL"))
      let without = try await run(text, stores, environment: noKeys)
      #expect(without.status == 3)
      #expect(without.error.contains("Unable to locate credentials"))
    }
  }

  @Test func `variables of a project are fetched too`() async throws {
    try await MotoServer.run { server in
      let stores = try Stores(server)
      try await stores.put("/shop/token", "hunter22")
      let project = """
        {"projects": [{"name": "shop", "source": {"type": "NO_SOURCE"}, "timeoutInMinutes": 30,
          "environment": {"image": "i", "environmentVariables": [
            {"name": "A", "value": "/shop/token", "type": "PARAMETER_STORE"},
            {"name": "B", "value": "plain", "type": "PLAINTEXT"}]}}]}
        """
      let folder = try TemporaryDirectory([
        "buildspec.yml": """
        version: 0.2
        env: {variables: {A: own, B: own, C: own}}
        phases: {build: {commands: ['echo "$A $B $C"']}}

        """, "project.json": project,
      ])
      let outcome = try await Tool.run(
        ["run", "--project", "project.json"], in: folder.path, environment: stores.environment)
      #expect(outcome.status == 0, "\(outcome.output)\(outcome.error)")
      #expect(outcome.output.contains("\n*** plain own\n"))
    }
  }
}
