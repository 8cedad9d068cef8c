import BuildExecution
import Reporting

extension RunOutput {
  /// Standard output, whose reader may go away, as in `run | head`: that ends the build like a signal.
  init(terminal: any Terminal, stop: StopControl) {
    let brokenPipe: Int32 = 13
    self.init(terminal: terminal) { stop.request(.signal(brokenPipe)) }
  }
}
