/// Labels of our containers.
enum ContainerLabel {
  /// Identifier of the build.
  static let run = "buildspec.run"
  /// The machine whose tool made the container.
  static let machine = "buildspec.machine"
  /// The process that made it: its number and its start.
  static let owner = "buildspec.owner"
  /// It was asked to stay, so nobody else removes it.
  static let kept = "buildspec.kept"
}
