import TestSupport
import Testing

/// Artifacts in S3, by the real `aws` command against a stand-in for S3 on this machine.
@Suite(.serialized, .enabled(if: MotoServer.isAvailable, "needs scripts/setup-aws.sh"))
struct S3Tests {
  private func project(_ more: String) throws -> TemporaryDirectory {
    let folder = try TemporaryDirectory([
      "buildspec.yml": """
      version: 0.2
      phases:
        build:
          commands: ["mkdir -p o/sub; echo 1 > o/a; echo 2 > o/sub/b"]
      \(more)
      """
    ])
    folder.createFolder("tmp")
    return folder
  }

  private func run(
    _ folder: TemporaryDirectory, _ server: MotoServer, _ arguments: String...
  ) async throws -> Tool.Outcome {
    try await Tool.runCleanly(
      ["run", "--endpoint-url", server.url] + arguments, in: folder,
      environment: MotoServer.environment)
  }

  private func keys(_ server: MotoServer) async throws -> [String] {
    let outcome = try await server.aws(
      "s3api", "list-objects-v2", "--bucket", "bucket", "--query", "Contents[].Key", "--output",
      "text")
    return outcome.output.split { $0.isWhitespace }.map(String.init)
  }

  @Test func `artifacts go to S3 as folders and archives, with the build's ARN`() async throws {
    try await MotoServer.run { server in
      _ = try await server.aws("s3", "mb", "s3://bucket")
      let folder = try project(
        "artifacts: {base-directory: o, files: ['**/*'], name: web, s3-prefix: team}")
      let plain = try await run(folder, server, "-a", "s3://bucket/out")
      #expect(plain.status == 0, "\(plain.output)\(plain.error)")
      #expect(plain.output.contains("Artifacts of the build are in s3://bucket/out/web\n"))
      #expect(try await keys(server) == ["out/web/a", "out/web/sub/b"])
      let packed = try await run(
        folder, server, "-a", "s3://bucket", "--packaging", "zip", "--namespace", "build-id")
      #expect(packed.status == 0)
      let key = try await keys(server).last ?? ""
      #expect(key.wholeMatch(of: #/team/[0-9a-f-]{36}/web\.zip/#) != nil, "\(key)")
      let head = try await server.aws("s3api", "head-object", "--bucket", "bucket", "--key", key)
      #expect(head.output.contains("codebuild-buildarn"))
      let fetched = try await server.aws("s3", "cp", "s3://bucket/\(key)", folder.file("x.zip"))
      #expect(fetched.status == 0)
      let listed = try await Tool.run("/usr/bin/env", ["unzip", "-Z1", "x.zip"], in: folder.path)
      #expect(listed.output == "a\nsub/b\n")
    }
  }

  @Test func `credentials of an environment file serve the upload too`() async throws {
    try await MotoServer.run { server in
      _ = try await server.aws("s3", "mb", "s3://bucket")
      let folder = try project("artifacts: {files: [o/a]}")
      try folder.write("AWS_ACCESS_KEY_ID=testing\nAWS_SECRET_ACCESS_KEY=testing\n", to: "keys.env")
      var environment = MotoServer.environment
      environment["AWS_ACCESS_KEY_ID"] = nil
      environment["AWS_SECRET_ACCESS_KEY"] = nil
      environment["AWS_SHARED_CREDENTIALS_FILE"] = "/nonexistent"
      environment["AWS_CONFIG_FILE"] = "/nonexistent"
      let arguments = ["run", "--endpoint-url", server.url, "-a", "s3://bucket/x"]
      let without = try await Tool.run(arguments, in: folder.path, environment: environment)
      #expect(without.status == 1)
      #expect(without.output.contains("Unable to locate credentials"))
      let with = try await Tool.run(
        arguments + ["--env-file", "keys.env"], in: folder.path, environment: environment)
      #expect(with.status == 0, "\(with.output)")
      #expect(try await keys(server) == ["x/o/a"])
    }
  }

  @Test func `a bucket that is not there fails UPLOAD_ARTIFACTS in the words of S3`() async throws {
    try await MotoServer.run { server in
      let folder = try project("artifacts: {files: [o/a]}")
      let outcome = try await run(folder, server, "-a", "s3://nobody", "--packaging", "zip")
      #expect(outcome.status == 1)
      #expect(outcome.output.contains("Phase complete: UPLOAD_ARTIFACTS State: FAILED"))
      #expect(outcome.output.contains("cannot upload to s3://nobody/artifacts.zip: "))
      #expect(outcome.output.contains("NoSuchBucket"))
    }
  }

  @Test func `the cache goes to S3 and comes back`() async throws {
    try await MotoServer.run { server in
      _ = try await server.aws("s3", "mb", "s3://bucket")
      let folder = try project("cache: {paths: [o], key: k/$K, fallback-keys: ['k/']}")
      let first = try await run(folder, server, "--cache", "s3://bucket/c", "-e", "K=1")
      #expect(first.output.contains("Downloading S3 cache..."))
      #expect(first.output.contains("Uploading S3 cache..."))
      #expect(first.output.contains("Saved the cache with the key k/1"), "\(first.error)")
      let keys = try await keys(server)
      #expect(keys.count == 1)
      #expect(keys.first?.wholeMatch(of: #/c/[0-9a-f]{16}/k%2f1\.tar\.zst/#) != nil, "\(keys)")
      let second = try await run(folder, server, "--cache", "s3://bucket/c", "-e", "K=2")
      #expect(second.output.contains("Restored the cache with the key k/1"))
      let third = try await run(folder, server, "--cache", "s3://bucket/c", "-e", "K=2")
      #expect(third.output.contains("Kept the cache with the key k/2 as it is"))
      #expect(!folder.names(".buildspec").contains("cache"))
      let lost = try await run(folder, server, "--cache", "s3://nobody", "-e", "K=1")
      #expect(lost.status == 0)
      #expect(lost.error.contains("cache: not restored: An error occurred (NoSuchBucket)"))
    }
  }

  @Test func `without the aws command nothing is built`() async throws {
    let folder = try project("artifacts: {files: [o/a]}")
    let outcome = try await Tool.run(
      ["run", "-a", "s3://bucket/x"], in: folder.path, environment: ["PATH": "/nonexistent"])
    #expect(outcome.status == 3)
    #expect(
      outcome.error
        == "buildspec: error: --artifacts s3://bucket/x: the AWS CLI is needed for S3, and "
        + "there is no aws on PATH\n")
    let bad = try await Tool.run(["run", "-a", "s3:///x"], in: folder.path)
    #expect(bad.status == 2)
  }
}
