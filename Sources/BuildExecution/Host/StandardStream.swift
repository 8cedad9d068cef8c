/// One of the two streams that a program writes to.
package enum StandardStream: Sendable {
  case output, error
}
