import TestSupport

/// An image that carries a list of runtimes, made of one of the test images.
enum RuntimeImage {
  static let name = "buildspec-test:runtimes"

  private static let list = """
    version: 0.1
    runtimes:
      java:
        versions:
          corretto11:
            commands:
              - echo "Installing Java version 11 ..."
              - export JAVA_HOME="$JAVA_11_HOME"
          corretto8:
            commands:
              - export JAVA_HOME="$JAVA_8_HOME"
      android:
        versions:
          29:
            requires:
              java: ["corretto8"]
            commands:
              - echo "android on $JAVA_HOME"
      python:
        versions:
          3.9:
            commands:
              - PYTHON=3.9
          3.10:
            commands:
              - |-
                PYTHON=3.10
                cd /tmp
          default:
            commands:
              - echo "installing $VERSION"
      nodejs:
        versions:
          10:
            commands:
              - echo before
              - exit 3
              - echo after
          12:
            commands:
              - pwd
      ruby:
        versions:
          3.4:
            commands:
              - sleep 600
              - echo after
          4.0:
            commands:
              - kill -9 -1
    """

  /// Makes the image, once.
  static let made = Task {
    try await TestEngine.images.value
    let folder = try TemporaryDirectory([
      "runtimes.yml": list,
      "Dockerfile": """
      FROM \(Flavour.busybox.image)
      ENV JAVA_8_HOME=/jdk8 JAVA_11_HOME=/jdk11
      COPY runtimes.yml /codebuild/image/config/runtimes.yml
      """,
    ])
    let outcome = try await Tool.run(
      "/usr/bin/env", ["docker", "build", "--quiet", "--tag", name, "."], in: folder.path,
      environment: TestEngine.environment.merging(["DOCKER_BUILDKIT": "0"]) { _, own in own })
    guard outcome.status == 0 else { throw TestEngine.Unusable(reason: outcome.error) }
  }
}
