import ArgumentParser

/// `--format` of what can be drawn.
enum GraphFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json, mermaid, dot
}
