import ArgumentParser

/// `--format` of `plan`.
enum PlanFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json
}
