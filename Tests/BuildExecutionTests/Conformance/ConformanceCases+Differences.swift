import BuildExecution

extension ConformanceCases {
  /// What is known to differ; each must differ, or it is struck off the list.
  static let differences: [ConformanceCase] = [
    .commands(
      "the caller's environment", "echo ${CALLER-none}", difference: .environmentOfImage),
    .cache(
      "outside of the source", "paths: ['/nonexistent/**/*']", "true", difference: .cacheOutside),
    .cache("a tilde", "paths: ['~/.m2', deps]", "true", difference: .cacheOutside),
    ConformanceCase(
      "run-as", "version: 0.2\nphases: {build: {run-as: tester, commands: [id -un]}}",
      difference: .runAs),
    ConformanceCase(
      "a shell that is not there",
      "version: 0.2\nenv: {shell: /nonexistent/bash}\nphases: {build: {commands: ['true']}}",
      status: .failed, difference: .wordsOfDriver),
  ]
}
