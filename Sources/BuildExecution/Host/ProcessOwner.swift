/// A process that owns something outside of it, such as a container. Two processes never agree in all
/// three, also when numbers are given out again.
package struct ProcessOwner: Hashable, Sendable {
  /// Name of the machine.
  package var machine: String
  package var process: Int32
  /// When the process and the machine began, in the words of the system.
  package var start: String

  package init(machine: String, process: Int32, start: String) {
    self.machine = machine
    self.process = process
    self.start = start
  }
}
