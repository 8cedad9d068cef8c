extension ConformanceCases {
  /// What is known to differ; each must differ, or it is struck off the list.
  static let differences: [ConformanceCase] = [
    .commands("the caller's environment", "echo ${CALLER-none}", difference: .environmentOfImage),
    ConformanceCase(
      "run-as", "version: 0.2\nphases: {build: {run-as: tester, commands: [id -un]}}",
      difference: .runAs),
    ConformanceCase(
      "names that shells do not take",
      "version: 0.2\nenv: {variables: {a.b: x}}\nphases: {build: {commands: ['env | grep -c \"^a.b=\"; true']}}",
      difference: .variableNames),
  ]
}
