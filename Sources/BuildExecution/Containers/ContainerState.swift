import SystemPackage

/// Where the folder and the variables of a container's last item are. As on the host, two files of
/// variables take turns, and an item that leaves early changes nothing.
struct ContainerState {
  private var current = 0
  /// Where the next item starts.
  private(set) var folder: String

  init(source: FilePath) {
    folder = source.string
  }

  /// Name of the file that the next item saves to.
  var nextFile: String { "env.\(1 - current)" }

  /// The file that the next item reads.
  var environment: FilePath { ContainerPaths.state.appending("env.\(current)") }

  func item(succeeding: Bool) -> ItemScript {
    ItemScript(
      environment: environment, nextEnvironment: ContainerPaths.state.appending(nextFile),
      nextFolder: ContainerPaths.state.appending("folder"), start: folder, succeeding: succeeding)
  }

  /// As it will be after an item that saves its variables and stays in its folder.
  var foreseen: ContainerState {
    var next = self
    next.current = 1 - current
    return next
  }

  /// Takes over what an item has saved, as its marker and its message tell.
  /// - Returns: the exit status of the item.
  mutating func adopt(_ mark: Int32, message: [UInt8]?) -> Int32 {
    if mark >= ContainerMark.saved { current = 1 - current }
    if mark >= ContainerMark.moved, var path = message, !path.isEmpty {
      if path.last == UInt8(ascii: "\n") { path.removeLast() }
      folder = String(decoding: path, as: UTF8.self)
    }
    return mark % ContainerMark.saved
  }
}
