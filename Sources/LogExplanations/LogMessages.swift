/// Every message that is understood, by topic.
package enum LogMessages {
  package static let all =
    syntax + buildspec + runtimes + environment + commands + docker + files + deployment + phases
}
