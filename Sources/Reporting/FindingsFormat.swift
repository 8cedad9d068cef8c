/// The formats in which findings can be printed.
package enum FindingsFormat: String, CaseIterable, Sendable {
  case text, concise, json, jsonl, sarif, github, gitlab, junit, checkstyle, teamcity, markdown
}
