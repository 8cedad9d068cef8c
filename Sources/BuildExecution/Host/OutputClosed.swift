/// The reader of an output stream has gone away.
package struct OutputClosed: Error {
  package init() {}
}
