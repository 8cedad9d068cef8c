import BuildExecution
import Testing

@testable import Commands

/// Which report a batch gets.
struct BatchReportChoiceTests {
  private struct Screen: Terminal {
    let isTerminal: Bool
    func isInteractive(_ stream: StandardStream) -> Bool { isTerminal }
    func write(_ bytes: ArraySlice<UInt8>, to stream: StandardStream) {}
  }

  private func kind(
    _ log: RunLogFormat?, quiet: Bool = false, terminal: Bool, name: String? = "xterm"
  ) -> BatchReport.Kind {
    var host = Host.live()
    host.terminal = Screen(isTerminal: terminal)
    host.environment = name.map { ["TERM": $0] } ?? [:]
    return BatchReport(
      log: log, isQuiet: quiet, isVerbose: false, color: .never, host: host, stop: StopControl()
    ).kind
  }

  @Test func `without a word, a terminal gets the tree and all else the log`() {
    #expect(kind(nil, terminal: true) == .tree)
    #expect(kind(nil, terminal: false) == .log)
    #expect(kind(nil, quiet: true, terminal: true) == .quiet)
  }

  @Test(arguments: ["dumb", "", nil])
  func `a terminal that cannot go back to a line gets the log`(name: String?) {
    #expect(kind(nil, terminal: true, name: name) == .log)
    #expect(kind(.pretty, terminal: true, name: name) == .log)
  }

  @Test func `what was asked for is given, but a tree only to a terminal`() {
    #expect(kind(.pretty, quiet: true, terminal: true) == .tree)
    #expect(kind(.pretty, terminal: false) == .log)
    #expect(kind(.codebuild, terminal: true) == .log)
    #expect(kind(.json, quiet: true, terminal: true) == .json)
    #expect(kind(.quiet, terminal: false) == .quiet)
  }
}
