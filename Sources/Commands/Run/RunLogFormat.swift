import ArgumentParser

/// `--log`.
enum RunLogFormat: String, CaseIterable, ExpressibleByArgument {
  case pretty, codebuild, json, quiet
}
