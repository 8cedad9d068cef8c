/// One entry of `runtime-versions`, with the version's text as written: `3.10` is never 3.1.
package struct RuntimeVersion: Hashable, Sendable {
  package var runtime: Located<String>
  package var version: Located<String>

  package init(runtime: Located<String>, version: Located<String>) {
    self.runtime = runtime
    self.version = version
  }
}
