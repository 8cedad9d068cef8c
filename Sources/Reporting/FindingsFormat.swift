/// The formats in which findings can be printed.
package enum FindingsFormat: String, CaseIterable, Sendable {
  case text, concise, json
}
