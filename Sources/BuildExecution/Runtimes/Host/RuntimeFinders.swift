/// Every runtime that is looked for on this machine.
enum RuntimeFinders {
  static let all: [any RuntimeFinder] = [
    DockerFinder(),
    DotnetFinder(),
    GoFinder(),
    JavaFinder(),
    NodeFinder(),
    PHPFinder(),
    PythonFinder(),
    RubyFinder(),
    RustFinder(),
  ]

  static func finder(of runtime: String) -> (any RuntimeFinder)? {
    all.first { $0.runtime == runtime }
  }
}
