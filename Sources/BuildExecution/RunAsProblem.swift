/// Commands cannot run as the user whom the buildspec names.
package struct RunAsProblem: Error, Sendable {
  package let message: String
}
