/// The numbers that stand in the markers of a container's shell.
enum ContainerMark {
  /// On standard error: a message begins.
  static let begin: Int32 = 1
  /// On standard error: the message ends.
  static let end: Int32 = 0
  /// On both streams: the driver was ended.
  static let lost: Int32 = 909

  /// On standard output, added to the status of a script: it has saved its variables.
  static let saved: Int32 = 256
  /// On standard output: it has saved variables and folder; the folder is in a message.
  static let moved: Int32 = 512
  /// On standard output: a script that was sent ahead was left out.
  static let leftOut: Int32 = 900

  /// Whether there is a message to a marker of a script.
  static func hasMessage(_ mark: Int32) -> Bool { mark >= moved && mark < leftOut }
}
