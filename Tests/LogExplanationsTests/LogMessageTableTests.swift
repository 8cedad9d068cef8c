import BuildspecLint
import Testing

@testable import LogExplanations

/// The table of messages.
@Suite struct LogMessageTableTests {
  @Test func `names differ and the rules exist`() {
    let messages = LogMessages.all
    #expect(Set(messages.map(\.name)).count == messages.count)
    for code in messages.flatMap(\.rules) { #expect(RuleCatalog.rule(code) != nil, "\(code)") }
  }

  @Test func `messages of a topic are sorted by name`() {
    let topics = [
      LogMessages.syntax, LogMessages.buildspec, LogMessages.runtimes, LogMessages.environment,
      LogMessages.commands, LogMessages.docker, LogMessages.files, LogMessages.deployment,
      LogMessages.phases,
    ]
    for names in topics.map({ $0.map(\.name) }) { #expect(names == names.sorted()) }
  }

  @Test(arguments: LogMessages.all.map(\.name))
  func `every pattern fills the texts of its message`(_ name: String) throws {
    let message = try #require(LogMessages.all.first { $0.name == name })
    for pattern in message.patterns {
      let gaps = Dictionary(pattern.gaps.map { ($0, "1") }) { first, _ in first }
      #expect(LogExplanation.filled(message.cause, gaps) != nil)
      #expect(LogExplanation.filled(message.advice, gaps) != nil)
      #expect(message.look.contains { LogExplanation.filled($0, gaps) != nil })
    }
  }

  @Test func `texts are sentences`() {
    for message in LogMessages.all {
      let texts = [message.cause] + message.look
      #expect(texts.allSatisfy { ".?}".contains($0.last ?? " ") }, "\(message.name)")
      #expect(!message.source.isEmpty && !message.advice.isEmpty)
    }
  }
}
