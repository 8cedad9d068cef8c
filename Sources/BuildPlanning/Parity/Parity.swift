/// How near a build here comes to one on the service, in one point.
package enum Parity: String, CaseIterable, Codable, Sendable {
  case same, approximated, skipped
}
