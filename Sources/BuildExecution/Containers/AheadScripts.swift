/// Scripts that are sent behind another one, before they are asked for.
struct AheadScripts: Sendable {
  /// What the driver is sent.
  var text = ""
  var count = 0
  /// The marker after which the next one begins.
  let foreseen: Int32
}
