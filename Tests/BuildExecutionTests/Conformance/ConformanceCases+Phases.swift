import BuildExecution

extension ConformanceCases {
  private static func phases(
    _ name: String, _ text: String, status: BuildStatus, output: String
  ) -> ConformanceCase {
    ConformanceCase(
      "phases: \(name)", "version: 0.2\nphases:\n\(text)\n", status: status, output: output)
  }

  /// Which commands run after which.
  static let phases: [ConformanceCase] = [
    phases(
      "order",
      "  post_build: {commands: [echo 4]}\n  build: {commands: [echo 3]}\n  pre_build: {commands: [echo 2]}\n  install: {commands: [echo 1]}",
      status: .succeeded, output: "1\n2\n3\n4\n"),
    phases(
      "install fails",
      "  install: {commands: ['false']}\n  pre_build: {commands: [echo no]}\n  post_build: {commands: [echo no]}",
      status: .failed, output: ""),
    phases(
      "pre_build fails",
      "  pre_build: {commands: ['false']}\n  build: {commands: [echo no]}\n  post_build: {commands: [echo no]}",
      status: .failed, output: ""),
    phases(
      "build fails",
      "  build: {commands: ['false']}\n  post_build: {commands: [echo $CODEBUILD_BUILD_SUCCEEDING]}",
      status: .failed, output: "0\n"),
    phases(
      "post_build fails",
      "  build: {commands: [echo a]}\n  post_build: {commands: ['false', echo no]}",
      status: .failed, output: "a\n"),
    phases(
      "finally", "  build: {commands: [echo a], finally: [echo b]}", status: .succeeded,
      output: "a\nb\n"),
    phases(
      "finally after a failure",
      "  build: {commands: ['exit 3', echo no], finally: [echo $CODEBUILD_BUILD_SUCCEEDING]}",
      status: .failed, output: "0\n"),
    phases(
      "finally fails", "  build: {commands: [echo a], finally: ['exit 2', echo no]}",
      status: .failed, output: "a\n"),
    phases(
      "both fail", "  build: {commands: ['exit 3'], finally: ['exit 2']}", status: .failed,
      output: ""),
    phases(
      "only finally",
      "  build: {commands: ['true']}\n  post_build: {commands: ['true'], finally: [echo f]}",
      status: .succeeded, output: "f\n"),
    phases(
      "on-failure ABORT",
      "  build: {on-failure: ABORT, commands: ['false'], finally: [echo f]}\n  post_build: {commands: [echo no]}",
      status: .failed, output: "f\n"),
    phases(
      "on-failure CONTINUE",
      "  pre_build: {on-failure: CONTINUE, commands: ['false']}\n  build: {commands: [echo $CODEBUILD_BUILD_SUCCEEDING]}",
      status: .succeeded, output: "0\n"),
    phases(
      "on-failure CONTINUE in install",
      "  install: {on-failure: CONTINUE, commands: ['exit 9']}\n  build: {commands: [echo b]}",
      status: .succeeded, output: "b\n"),
    phases(
      "succeeding",
      "  build: {commands: [echo $CODEBUILD_BUILD_SUCCEEDING]}\n  post_build: {commands: [echo $CODEBUILD_BUILD_SUCCEEDING]}",
      status: .succeeded, output: "1\n1\n"),
    phases(
      "a variable cannot hide the failure",
      "  build: {commands: ['CODEBUILD_BUILD_SUCCEEDING=1', 'false']}\n  post_build: {commands: [echo $CODEBUILD_BUILD_SUCCEEDING]}",
      status: .failed, output: "0\n"),
    ConformanceCase(
      "/bin/sh as the shell",
      "version: 0.2\nenv: {shell: /bin/sh}\nphases: {build: {commands: [echo a]}}", output: "a\n"),
  ]
}
